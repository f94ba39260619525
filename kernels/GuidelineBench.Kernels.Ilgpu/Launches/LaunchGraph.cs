using GuidelineBench.Kernels.Ilgpu.Drivers;
using ILGPU.Runtime;
using ILGPU.Runtime.Cuda;

namespace GuidelineBench.Kernels.Ilgpu.Launches;

/// <summary>Launches that were recorded once and are started together: a CUDA graph, captured from a stream.</summary>
internal sealed class LaunchGraph : IDisposable
{
    private readonly CudaAccelerator accelerator;
    private readonly CudaStream stream;
    private nint graph, executable;

    private LaunchGraph(CudaAccelerator accelerator, CudaStream stream)
    {
        this.accelerator = accelerator;
        this.stream = stream;
    }

    /// <summary>Records what <paramref name="launches"/> starts on the stream; nothing of it runs.</summary>
    /// <param name="stream">Not the default stream, which cannot be recorded. The graph runs on it later.</param>
    /// <param name="launches">
    /// Starts operators on the stream that it gets and on no other; allocates nothing on the device and waits for
    /// nothing, both of which the driver forbids meanwhile. All kernels have been loaded before.
    /// </param>
    /// <exception cref="CudaDriverException">The driver refuses.</exception>
    public static LaunchGraph Record(CudaAccelerator accelerator, CudaStream stream, Action<AcceleratorStream> launches)
    {
        NativeLibraries.Register();
        accelerator.Bind();
        var recorded = new LaunchGraph(accelerator, stream);
        try
        {
            CudaDriver.Check(CudaDriver.BeginCapture(stream.StreamPtr, CudaDriver.CaptureOfThread), "cuStreamBeginCapture");
            int ended;
            try
            {
                launches(stream);
            }
            finally
            {
                // Also when a launch failed: the stream would stay in recording.
                ended = CudaDriver.EndCapture(stream.StreamPtr, out recorded.graph);
            }

            CudaDriver.Check(ended, "cuStreamEndCapture");
            CudaDriver.Check(CudaDriver.InstantiateGraph(out recorded.executable, recorded.graph, flags: 0), "cuGraphInstantiateWithFlags");
            return recorded;
        }
        catch
        {
            recorded.Dispose();
            throw;
        }
    }

    /// <summary>Starts all of it on the stream that it was recorded from; returns before it is done.</summary>
    public void Launch()
    {
        accelerator.Bind();
        CudaDriver.Check(CudaDriver.LaunchGraph(executable, stream.StreamPtr), "cuGraphLaunch");
    }

    public void Dispose()
    {
        accelerator.Bind();
        if (executable != 0)
            CudaDriver.DestroyExecutable(executable);
        if (graph != 0)
            CudaDriver.DestroyGraph(graph);
        (executable, graph) = (0, 0);
    }
}
