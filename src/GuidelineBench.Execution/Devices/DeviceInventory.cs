using System.Collections.Immutable;

namespace GuidelineBench.Execution.Devices;

/// <summary>The devices that a backend finds on this machine, those that it cannot use included.</summary>
/// <param name="Devices">By kind; a device's index is its place here.</param>
/// <param name="Missing">One for each kind that has none.</param>
public sealed record DeviceInventory(ImmutableArray<DeviceDescription> Devices, ImmutableArray<MissingDevices> Missing)
{
    /// <summary>The first usable GPU. A processor that runs kernels written for GPUs is never taken unasked.</summary>
    /// <exception cref="DeviceException">There is none.</exception>
    public DeviceDescription Default => Devices.FirstOrDefault(device => device is { IsGpu: true, Unusable: null })
        ?? throw new DeviceException($"there is no usable GPU ({Reasons()})", isAbsent: true);

    /// <summary>
    /// Finds the device that an option names: an index, an id, a kind, or a part of a name. Where several kinds drive
    /// devices of one name, the first kind of <see cref="DeviceKinds.All"/> is meant.
    /// </summary>
    /// <exception cref="DeviceException">There is no such device, there are several, or it cannot be used.</exception>
    public DeviceDescription Find(string text)
    {
        DeviceDescription found = Named(text);
        return found.Unusable is { } reason
            ? throw new DeviceException($"device {found.Id} ({found.Name}) cannot be used: {reason}", isAbsent: true)
            : found;
    }

    private DeviceDescription Named(string text)
    {
        if (text.Length > 0 && text.All(char.IsAsciiDigit))
            return int.TryParse(text, out int index) && index < Devices.Length ? Devices[index] : throw Unknown(text);
        if (Devices.FirstOrDefault(device => Same(device.Id, text)) is { } identified)
            return identified;
        foreach (DeviceKind kind in DeviceKinds.All.Where(kind => Same(kind.Label(), text)))
        {
            return Devices.Where(device => device.Kind == kind).OrderBy(device => device.Unusable is not null).FirstOrDefault()
                ?? throw new DeviceException(
                    $"there is no {kind.Label()} device ({Missing.FirstOrDefault(missing => missing.Kind == kind)?.Reason ?? "none was found"})", isAbsent: true);
        }

        DeviceDescription[][] byKind =
        [
            .. DeviceKinds.All
                .Select(kind => Devices.Where(device => device.Kind == kind && device.Name.Contains(text, StringComparison.OrdinalIgnoreCase)).ToArray())
                .Where(devices => devices.Length > 0)
                .OrderBy(devices => Array.TrueForAll(devices, device => device.Unusable is not null)),
        ];
        return text.Length == 0 || byKind.Length == 0
            ? throw Unknown(text)
            : byKind[0] is [var only]
                ? only
                : throw new DeviceException(
                    $"several devices are called '{text}': {string.Join(", ", byKind[0].Select(device => $"{device.Id} ({device.Name})"))}", isAbsent: false);
    }

    private DeviceException Unknown(string text) => new(
        $"there is no device '{text}' (there {(Devices.Length == 0 ? "is none" : $"are {string.Join(", ", Devices.Select((device, index) => $"{index} = {device.Id} ({device.Name})"))}")})",
        isAbsent: false);

    private string Reasons() => string.Join("; ",
    [
        .. Missing.Select(missing => $"{missing.Kind.Label()}: {missing.Reason}"),
        .. Devices.Where(device => device is { IsGpu: true, Unusable: not null }).Select(device => $"{device.Id}: {device.Unusable}"),
        .. Devices.Where(device => device is { IsGpu: false, Kind: DeviceKind.OpenCl }).Select(device => $"{device.Id} ({device.Name}) is no GPU"),
    ]);

    private static bool Same(string a, string b) => a.Equals(b, StringComparison.OrdinalIgnoreCase);
}

/// <summary>Why there is no device of a kind, in one line.</summary>
public sealed record MissingDevices(DeviceKind Kind, string Reason);

/// <summary>A device cannot be had; the message is one line for the user, without its final stop.</summary>
/// <param name="isAbsent">Whether the device is missing or unusable here, rather than badly named.</param>
public sealed class DeviceException(string message, bool isAbsent) : Exception(message)
{
    public bool IsAbsent { get; } = isAbsent;
}
