namespace GuidelineBench.Kernels.Ilgpu.Drivers;

/// <summary>A call of an NVIDIA library failed.</summary>
/// <param name="call">Name of the function.</param>
/// <param name="result">The code that it returned.</param>
internal sealed class CudaDriverException(string call, int result)
    : Exception(FormattableString.Invariant($"{call} failed with code {result}"));
