namespace GuidelineBench.Execution.Devices;

/// <summary>Why there is no device of a kind, in one line.</summary>
public sealed record MissingDevices(DeviceKind Kind, string Reason);
