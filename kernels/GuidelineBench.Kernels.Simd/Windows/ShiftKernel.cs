namespace GuidelineBench.Kernels.Simd.Windows;

/// <summary>A compiled copy of rows, shifted to each column of a window.</summary>
/// <param name="rows">Addresses of the input rows; rows outside the map are rows of zeros.</param>
/// <param name="copies">By row, where its first copy goes, in bytes from <paramref name="output"/>; in rising order.</param>
/// <param name="output">Of the channel.</param>
/// <param name="count">Rows, 1 or more.</param>
/// <param name="channel">The channel's offset from the rows' addresses, in bytes.</param>
internal unsafe delegate void ShiftKernel(nint* rows, nint* copies, float* output, nint count, nint channel);
