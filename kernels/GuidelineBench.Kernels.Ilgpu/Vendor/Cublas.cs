using System.Runtime.CompilerServices;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Kernels.Ilgpu.Drivers;
using ILGPU;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;
using MathMode = GuidelineBench.Execution.Backends.MathMode;

namespace GuidelineBench.Kernels.Ilgpu.Vendor;

/// <summary>cuBLAS on one device. It lives as long as the device's accelerator, and one plan at a time uses it.</summary>
internal sealed class Cublas
{
    /// <summary>
    /// What cuBLAS itself takes on Hopper. Its own workspace it would allocate when it is needed, which must not happen
    /// while launches are recorded or timed.
    /// </summary>
    private const int WorkspaceBytes = 32 << 20;

    private static readonly ConditionalWeakTable<CudaAccelerator, Cublas> Open = [];

    private readonly nint handle;
    private readonly MemoryBuffer1D<byte, Stride1D.Dense> workspace;
    private nint stream;
    private MathMode? math;

    private Cublas(CudaAccelerator accelerator)
    {
        NativeLibraries.Register();
        accelerator.Bind();
        CublasLibrary.Check(CublasLibrary.Create(out handle), "cublasCreate");
        workspace = accelerator.Allocate1D<byte>(WorkspaceBytes);
    }

    /// <exception cref="PlanException">cuBLAS does not start on it.</exception>
    public static Cublas Of(CudaAccelerator accelerator)
    {
        try
        {
            return Open.GetValue(accelerator, on => new Cublas(on));
        }
        catch (Exception error) when (error is CudaDriverException or DllNotFoundException or EntryPointNotFoundException)
        {
            throw new PlanException($"cuBLAS cannot be used: {error.Message.ReplaceLineEndings(" ")}");
        }
    }

    /// <returns>Null when the library is there.</returns>
    public static string? WhyMissing() => NativeLibraries.WhyMissing(NativeLibraries.Cublas) is { } reason
        ? $"{reason}; it comes with the CUDA toolkit"
        : null;

    /// <returns>The handle, set to the stream and the precision.</returns>
    public nint On(CudaStream on, MathMode precision)
    {
        if (stream != on.StreamPtr)
        {
            CublasLibrary.Check(CublasLibrary.SetStream(handle, on.StreamPtr), "cublasSetStream");
            CublasLibrary.Check(CublasLibrary.SetWorkspace(handle, workspace.NativePtr, WorkspaceBytes), "cublasSetWorkspace");
            stream = on.StreamPtr;
        }

        if (math != precision)
        {
            CublasLibrary.Check(
                CublasLibrary.SetMathMode(handle, precision == MathMode.Tf32 ? CublasLibrary.Tf32Math : CublasLibrary.DefaultMath), "cublasSetMathMode");
            math = precision;
        }

        return handle;
    }
}
