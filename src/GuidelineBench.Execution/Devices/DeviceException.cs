namespace GuidelineBench.Execution.Devices;

/// <summary>A device cannot be had; the message is one line for the user, without its final stop.</summary>
/// <param name="isAbsent">Whether the device is missing or unusable here, rather than badly named.</param>
public sealed class DeviceException(string message, bool isAbsent) : Exception(message)
{
    public bool IsAbsent { get; } = isAbsent;
}
