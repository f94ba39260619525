using System.CommandLine;
using GuidelineBench.Cli.Backends;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Cli.Options;

/// <summary>The options that say with which kernels and on which device: <c>--backend --device</c>.</summary>
internal sealed class BackendOptions
{
    public const string DeviceName = "--device";

    private readonly Option<IBackend?> backend = BackendOption.Create();

    private readonly Option<string?> device = CreateDevice();

    public IReadOnlyList<Option> All => [backend, device];

    public static Option<string?> CreateDevice() => ValueOption.Create<string?>(
        DeviceName, "DEVICE", $"The device of a backend that has some ({BackendCatalogue.NamesWithDevices}): an index, an id or part of a name that ./run.sh list devices shows (default the first usable GPU).", text => text);

    /// <returns>The backend on its device, and the id of the device that was asked for; null when none was.</returns>
    /// <exception cref="CommandException">The device cannot be had, or the backend cannot be used here.</exception>
    public (IBackend Backend, string? Device) Read(ParseResult result)
    {
        IBackend chosen = result.GetValue(backend) ?? BackendOption.Default;
        if (result.GetValue(device) is { } asked)
        {
            IDeviceBackend on = DeviceChoice.Of(chosen, asked);
            RefuseUnusable(on);
            return (on, on.Device!.Id);
        }

        RefuseUnusable(chosen);
        return (chosen, null);
    }

    /// <exception cref="CommandException">The backend cannot be used here.</exception>
    public static void RefuseUnusable(IBackend backend)
    {
        if (backend.Unusable is { } reason)
            throw new CommandException(ExitCode.Absent, $"backend {backend.Name} cannot be used: {reason}");
    }
}
