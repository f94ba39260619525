using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Cli.Backends;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Listings;

/// <summary>A device as <c>list</c> shows it.</summary>
/// <param name="Kind">cpu or gpu.</param>
/// <param name="Reason">Why it cannot be used; null when it can.</param>
internal sealed record DeviceListing(string Name, string Kind, bool Usable, string? Reason)
{
    public static IReadOnlyList<DeviceListing> All()
    {
        MachineInfo machine = MachineProbe.Read(BackendCatalogue.All[0]);
        return
        [
            new DeviceListing(machine.Cpu, "cpu", true, null),
            new DeviceListing("any GPU", "gpu", false, "this version has no GPU kernels"),
        ];
    }
}
