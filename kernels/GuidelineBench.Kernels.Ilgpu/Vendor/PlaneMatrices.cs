namespace GuidelineBench.Kernels.Ilgpu.Vendor;

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
