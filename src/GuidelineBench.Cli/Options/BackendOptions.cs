using System.Collections.Immutable;
using System.CommandLine;
using GuidelineBench.Cli.Backends;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Cli.Options;

/// <summary>The options that say with which kernels and on which device: <c>--backend --device</c>.</summary>
/// <param name="takesList">Whether several backends can be asked for, to be compared.</param>
internal sealed class BackendOptions(bool takesList)
{
    public const string DeviceName = "--device";

    private readonly Option<ImmutableArray<IBackend>?> backend = BackendOption.Create(takesList);

    private readonly Option<string?> device = CreateDevice();

    public IReadOnlyList<Option> All => [backend, device];

    public static Option<string?> CreateDevice() => ValueOption.Create<string?>(
        DeviceName, "DEVICE", $"The device of a backend that has some ({BackendCatalogue.NamesWithDevices}): an index, an id or part of a name that ./run.sh list devices shows (default the first usable GPU).", text => text);

    /// <returns>The backends on their device, and the id of the device that was asked for; null when none was.</returns>
    /// <exception cref="CommandException">The device cannot be had, or a backend cannot be used here.</exception>
    public (ImmutableArray<IBackend> Backends, string? Device) Read(ParseResult result)
    {
        ImmutableArray<IBackend> chosen = result.GetValue(backend) ?? [BackendOption.Default];
        string? id = null;
        if (result.GetValue(device) is { } asked)
        {
            if (!chosen.Any(backend => backend is IDeviceBackend))
                DeviceChoice.Of(chosen[0], asked);
            chosen = [.. chosen.Select(backend => backend is IDeviceBackend ? DeviceChoice.Of(backend, asked) : backend)];
            id = chosen.OfType<IDeviceBackend>().First().Device!.Description!.Id;
        }

        foreach (IBackend one in chosen)
            RefuseUnusable(one);
        return (chosen, id);
    }

    /// <exception cref="CommandException">The backend cannot be used here.</exception>
    public static void RefuseUnusable(IBackend backend)
    {
        if (backend.Unusable is { } reason)
            throw new CommandException(ExitCode.Absent, $"backend {backend.Name} cannot be used: {reason}");
    }
}
