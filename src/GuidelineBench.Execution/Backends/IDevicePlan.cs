namespace GuidelineBench.Execution.Backends;

/// <summary>A plan on a device with a clock of its own.</summary>
public interface IDevicePlan : IPlan
{
    /// <summary>One forward pass as <see cref="IPlan.Run"/>, timed by the device: from before its first operator to after its last.</summary>
    /// <returns>Nanoseconds; null where the device has no clock.</returns>
    double? RunOnDeviceClock();
}
