namespace GuidelineBench.Kernels.Ilgpu.Vendor;

/// <summary>One call's products, <paramref name="Count"/> of equal size at equal distances. Addresses are in bytes, strides in floats.</summary>
internal readonly record struct ProductMatrices(
    int Pixels,
    int Outputs,
    int Inputs,
    nint Input,
    int InputPlaneFloats,
    long InputStride,
    nint Weights,
    long WeightStride,
    nint Output,
    int OutputPlaneFloats,
    long OutputStride,
    int Count)
{
    /// <summary>
    /// As few calls as there can be: distances from image to image differ from those from group to group, so one of the two
    /// goes into calls, whichever is fewer.
    /// </summary>
    /// <param name="inputs">Channels of all groups.</param>
    /// <param name="outputs">Channels of all groups.</param>
    public static ProductMatrices[] Of(
        PlaneMatrices input, PlaneMatrices output, nint weights, int pixels, int inputs, int outputs, int groups, int batch)
    {
        int groupInputs = inputs / groups, groupOutputs = outputs / groups;
        long groupWeights = (long)groupInputs * groupOutputs;
        return groups <= batch
            ?
            [
                .. Enumerable.Range(0, groups).Select(group => new ProductMatrices(
                    pixels, groupOutputs, groupInputs,
                    input.At(0, group * groupInputs), input.PlaneFloats, input.ImageFloats,
                    weights + (nint)(sizeof(float) * group * groupWeights), WeightStride: 0,
                    output.At(0, group * groupOutputs), output.PlaneFloats, output.ImageFloats,
                    batch)),
            ]
            :
            [
                .. Enumerable.Range(0, batch).Select(image => new ProductMatrices(
                    pixels, groupOutputs, groupInputs,
                    input.At(image, 0), input.PlaneFloats, (long)groupInputs * input.PlaneFloats,
                    weights, groupWeights,
                    output.At(image, 0), output.PlaneFloats, (long)groupOutputs * output.PlaneFloats,
                    groups)),
            ];
    }
}

/// <summary>A map whose channels follow each other, as matrices with a column for each plane.</summary>
/// <param name="Address">Of the buffer, bytes.</param>
/// <param name="FirstPlane">Of the map in an image.</param>
/// <param name="PlaneFloats">From column to column.</param>
internal readonly record struct PlaneMatrices(nint Address, int FirstPlane, int PlanesPerImage, int PlaneFloats)
{
    /// <summary>Floats from image to image.</summary>
    public long ImageFloats => (long)PlanesPerImage * PlaneFloats;

    /// <returns>Where a channel's plane begins, bytes.</returns>
    public nint At(int image, int channel) =>
        Address + (nint)(sizeof(float) * (image * ImageFloats + (long)(FirstPlane + channel) * PlaneFloats));
}
