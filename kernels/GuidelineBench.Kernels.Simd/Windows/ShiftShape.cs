namespace GuidelineBench.Kernels.Simd.Windows;

/// <summary>
/// What a copy is specialised for that lays out the columns under a window: one copy of a row for each column of the
/// window, so that a k x k convolution becomes a product over consecutive pixels, borders included.
/// </summary>
/// <param name="KernelSize">k, the number of copies.</param>
/// <param name="Stride">1 or 2.</param>
/// <param name="PaddingLeft">Columns of padding before the first.</param>
/// <param name="InputWidth">Columns of the input.</param>
/// <param name="OutputWidth">Columns of the output.</param>
/// <param name="CopyFloats">From one copy to the next.</param>
internal sealed record ShiftShape(int KernelSize, int Stride, int PaddingLeft, int InputWidth, int OutputWidth, int CopyFloats);
