namespace GuidelineBench.Kernels.Simd.Windows;

/// <summary>A compiled window operator over some rows of one image.</summary>
/// <param name="rows">Addresses of the input rows, first column, without the channel's offset; rows outside the map are rows of padding.</param>
/// <param name="inputs">By channel, its offset from those addresses in bytes.</param>
/// <param name="parameters">Depthwise: bias and weights of each channel in turn. Mean: a factor for each output pixel of the call.</param>
/// <param name="output">Where the first row is written, without the channel's offset.</param>
/// <param name="outputs">By channel, its offset from there in bytes.</param>
/// <param name="channels">1 or more.</param>
internal unsafe delegate void WindowFunction(nint* rows, nint* inputs, float* parameters, float* output, nint* outputs, nint channels);
