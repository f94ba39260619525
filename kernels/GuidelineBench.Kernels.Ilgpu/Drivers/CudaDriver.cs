using System.Runtime.InteropServices;

namespace GuidelineBench.Kernels.Ilgpu.Drivers;

/// <summary>Calls of the CUDA driver that ILGPU does not offer (cuda.h). All return a CUresult, 0 is success.</summary>
internal static partial class CudaDriver
{
    /// <summary>CU_STREAM_CAPTURE_MODE_THREAD_LOCAL: calls of other threads do not spoil a recording.</summary>
    public const int CaptureOfThread = 1;

    private const int Success = 0;

    /// <exception cref="CudaDriverException">The result is not success.</exception>
    public static void Check(int result, string call)
    {
        if (result != Success)
            throw new CudaDriverException(call, result);
    }

    /// <summary>CUresult cuInit(unsigned int Flags).</summary>
    [LibraryImport(NativeLibraries.Cuda, EntryPoint = "cuInit")]
    public static partial int Init(uint flags);

    /// <summary>CUresult cuDeviceGetCount(int* count).</summary>
    [LibraryImport(NativeLibraries.Cuda, EntryPoint = "cuDeviceGetCount")]
    public static partial int GetDeviceCount(out int count);

    /// <summary>CUresult cuStreamBeginCapture_v2(CUstream hStream, CUstreamCaptureMode mode).</summary>
    [LibraryImport(NativeLibraries.Cuda, EntryPoint = "cuStreamBeginCapture_v2")]
    public static partial int BeginCapture(nint stream, int mode);

    /// <summary>CUresult cuStreamEndCapture(CUstream hStream, CUgraph* phGraph).</summary>
    [LibraryImport(NativeLibraries.Cuda, EntryPoint = "cuStreamEndCapture")]
    public static partial int EndCapture(nint stream, out nint graph);

    /// <summary>CUresult cuGraphInstantiateWithFlags(CUgraphExec* phGraphExec, CUgraph hGraph, unsigned long long flags).</summary>
    [LibraryImport(NativeLibraries.Cuda, EntryPoint = "cuGraphInstantiateWithFlags")]
    public static partial int InstantiateGraph(out nint executable, nint graph, ulong flags);

    /// <summary>CUresult cuGraphLaunch(CUgraphExec hGraphExec, CUstream hStream).</summary>
    [LibraryImport(NativeLibraries.Cuda, EntryPoint = "cuGraphLaunch")]
    public static partial int LaunchGraph(nint executable, nint stream);

    /// <summary>CUresult cuGraphExecDestroy(CUgraphExec hGraphExec).</summary>
    [LibraryImport(NativeLibraries.Cuda, EntryPoint = "cuGraphExecDestroy")]
    public static partial int DestroyExecutable(nint executable);

    /// <summary>CUresult cuGraphDestroy(CUgraph hGraph).</summary>
    [LibraryImport(NativeLibraries.Cuda, EntryPoint = "cuGraphDestroy")]
    public static partial int DestroyGraph(nint graph);
}

/// <summary>A call of an NVIDIA library failed.</summary>
/// <param name="call">Name of the function.</param>
/// <param name="result">The code that it returned.</param>
internal sealed class CudaDriverException(string call, int result)
    : Exception(FormattableString.Invariant($"{call} failed with code {result}"));
