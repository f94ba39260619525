using GuidelineBench.Cli.Backends;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;

namespace GuidelineBench.Cli.Options;

/// <summary>The device that <c>--device</c> names.</summary>
internal static class DeviceChoice
{
    /// <returns>The backend on it.</returns>
    /// <exception cref="CommandException">The backend has no devices, or there is no such device.</exception>
    public static IDeviceBackend Of(IBackend backend, string text)
    {
        if (backend is not IDeviceBackend onDevices)
        {
            throw CommandException.Unusable(
                $"backend {backend.Name} runs on the processor", BackendOptions.DeviceName, $"with {BackendOption.Name} {BackendCatalogue.NamesWithDevices}");
        }

        // Without any device to choose from there is one reason why.
        if (onDevices.Inventory.Devices.IsEmpty && onDevices.Unusable is { } reason)
            throw new CommandException(ExitCode.Absent, $"backend {backend.Name} cannot be used: {reason}");
        try
        {
            return onDevices.On(onDevices.Inventory.Find(text));
        }
        catch (DeviceException error)
        {
            throw error.IsAbsent
                ? new CommandException(ExitCode.Absent, $"{error.Message}: {BackendOptions.DeviceName}", error)
                : CommandException.Unusable(error.Message, BackendOptions.DeviceName, "an index, an id or part of a name that ./run.sh list devices shows");
        }
    }
}
