using GuidelineBench.Core.Layers;

namespace GuidelineBench.Kernels.Reference;

/// <summary>Which pixels of its operands an operator reads for one output pixel.</summary>
public static class ReceptiveField
{
    /// <param name="operand">Which of the layer's inputs.</param>
    /// <param name="input">Shape of that operand.</param>
    /// <param name="output">Shape of the result.</param>
    /// <param name="pixel">y * width + x of the result.</param>
    /// <returns>y * width + x of the operand, row by row; -1 for a position outside its map.</returns>
    public static int[] Of(Layer layer, int operand, MapShape input, MapShape output, int pixel) => layer switch
    {
        Convolution convolution => Under(convolution.Window, input, output, pixel),
        MaxPooling pooling => Under(pooling.Window, input, output, pixel),
        AveragePooling pooling => Under(pooling.Window, input, output, pixel),
        FullyConnected or GlobalAveragePooling => [.. Enumerable.Range(0, input.Pixels)],
        ChannelScaling when operand == 1 => [0],
        _ => [pixel],
    };

    private static int[] Under(Window window, MapShape input, MapShape output, int pixel)
    {
        int top = pixel / output.Width * window.Stride - window.Padding.Top;
        int left = pixel % output.Width * window.Stride - window.Padding.Left;
        int[] pixels = new int[window.KernelSize * window.KernelSize];
        int next = 0;
        for (int y = top; y < top + window.KernelSize; y++)
        {
            for (int x = left; x < left + window.KernelSize; x++)
            {
                bool inside = y >= 0 && y < input.Height && x >= 0 && x < input.Width;
                pixels[next++] = inside ? y * input.Width + x : -1;
            }
        }

        return pixels;
    }
}
