namespace GuidelineBench.Execution.Devices;

/// <summary>Through what a device is driven.</summary>
public enum DeviceKind
{
    Cuda,

    OpenCl,

    /// <summary>Kernels written for GPUs, run by the processor: for tests, never a measure of anything.</summary>
    Cpu,
}
