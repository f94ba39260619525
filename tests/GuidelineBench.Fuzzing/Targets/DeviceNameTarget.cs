using System.Collections.Immutable;
using System.Text;
using GuidelineBench.Cli;
using GuidelineBench.Execution.Devices;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary><c>--device</c> on a machine with some.</summary>
internal static class DeviceNameTarget
{
    public static FuzzTarget Create()
    {
        var inventory = new DeviceInventory(
            [Device("cuda:0", DeviceKind.Cuda, null), Device("cuda:1", DeviceKind.Cuda, null), Device("opencl:0", DeviceKind.OpenCl, "it is too old")], []);
        var samples = TargetCatalogue.Bytes("0", "1", "cuda:1", "CUDA:0", "cuda", "00");
        ImmutableArray<string> words = [.. TargetCatalogue.WordsOf(samples), "opencl", "opencl:0", "NVIDIA", "H200"];
        return new FuzzTarget("device-name", 4, samples, words, input => RunOptionsTarget.Said(() =>
        {
            try
            {
                string text = Encoding.UTF8.GetString(input);
                DeviceDescription found = inventory.Find(text);
                string index = FormattableString.Invariant($"{inventory.Devices.IndexOf(found)}");
                // An index may have zeros before it.
                return text.TrimStart('0') == index.TrimStart('0') || $"{found.Id} {found.Kind.Label()} {found.Name}".Contains(text, StringComparison.OrdinalIgnoreCase)
                    ? found.Id
                    : throw new BrokenPromiseException($"'{text}' is read as {found.Id}.");
            }
            catch (DeviceException error)
            {
                throw CommandException.Unusable(error.Message, "--device", "one of these");
            }
        }));
    }

    private static DeviceDescription Device(string id, DeviceKind kind, string? unusable) => new(id, "NVIDIA H200", kind, IsGpu: true, unusable);
}
