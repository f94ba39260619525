using GuidelineBench.Kernels.Ilgpu.Vendor;

namespace GuidelineBench.Kernels.Ilgpu.Tests.Vendor;

/// <summary>
/// The matrices that cuBLAS is given, multiplied here as its manual defines column-by-column products, against the sums
/// that define a 1x1 convolution.
/// </summary>
public sealed unsafe class ProductMatricesTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 1)]
    [InlineData(1, 4)]
    [InlineData(2, 4)]
    [InlineData(4, 2)]
    public void Products_are_those_of_the_convolution(int batch, int groups)
    {
        const int inputs = 8, outputs = 12, pixels = 5, planeFloats = 8, inputPlanes = 11, outputPlanes = 14, firstInput = 2, firstOutput = 1;
        float[] input = Values(batch * inputPlanes * planeFloats), output = new float[batch * outputPlanes * planeFloats];
        float[] weights = Values(outputs * inputs / groups);
        float[] expected = new float[output.Length];
        for (int image = 0; image < batch; image++)
        {
            for (int o = 0; o < outputs; o++)
            {
                int group = o / (outputs / groups);
                for (int pixel = 0; pixel < pixels; pixel++)
                {
                    float sum = 0;
                    for (int i = 0; i < inputs / groups; i++)
                        sum += weights[o * (inputs / groups) + i]
                            * input[(image * inputPlanes + firstInput + group * (inputs / groups) + i) * planeFloats + pixel];
                    expected[(image * outputPlanes + firstOutput + o) * planeFloats + pixel] = sum;
                }
            }
        }

        fixed (float* x = input, w = weights, y = output)
        {
            ProductMatrices[] calls = ProductMatrices.Of(
                new PlaneMatrices((nint)x, firstInput, inputPlanes, planeFloats),
                new PlaneMatrices((nint)y, firstOutput, outputPlanes, planeFloats),
                (nint)w, pixels, inputs, outputs, groups, batch);
            Assert.Equal(Math.Min(groups, batch), calls.Length);
            foreach (ProductMatrices call in calls)
                Multiply(call);
        }

        Assert.Equal(expected, output);
    }

    /// <summary>C = A B for each of the call's products: element (row, column) of a matrix lies at row + column * its rows.</summary>
    private static void Multiply(ProductMatrices call)
    {
        for (int product = 0; product < call.Count; product++)
        {
            float* a = (float*)call.Input + product * call.InputStride;
            float* b = (float*)call.Weights + product * call.WeightStride;
            float* c = (float*)call.Output + product * call.OutputStride;
            for (int row = 0; row < call.Pixels; row++)
            {
                for (int column = 0; column < call.Outputs; column++)
                {
                    float sum = 0;
                    for (int k = 0; k < call.Inputs; k++)
                        sum += a[row + k * call.InputPlaneFloats] * b[k + column * call.Inputs];
                    c[row + column * call.OutputPlaneFloats] = sum;
                }
            }
        }
    }

    /// <summary>Small whole numbers, whose sums are exact in any order.</summary>
    private static float[] Values(int count) => [.. Enumerable.Range(0, count).Select(i => (float)(i * 37 % 11 - 5))];
}
