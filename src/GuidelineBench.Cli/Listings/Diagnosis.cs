using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Ceilings;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Cli.Backends;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Cli.Listings;

/// <summary>What <c>doctor</c> finds out.</summary>
/// <param name="QuotaCores">Cores whose time the process may use; null without a CPU quota.</param>
/// <param name="Ceilings">Of the processor at one thread and at all cores; of a GPU where there is one.</param>
/// <param name="Findings">What would make a measurement bad.</param>
internal sealed record Diagnosis(
    MachineInfo Machine,
    double? Load,
    string? Governor,
    double? ClockMHz,
    double? TemperatureC,
    double? QuotaCores,
    IReadOnlyList<DeviceListing> Devices,
    ImmutableArray<Ceiling> Ceilings,
    IReadOnlyList<ConditionFlag> Findings)
{
    /// <summary>Takes a few seconds.</summary>
    /// <param name="device">The device whose ceilings are measured beside the processor's; null: none.</param>
    public static Diagnosis Make(IDeviceBackend? device)
    {
        // Before anything else, while the load is that of others.
        Conditions conditions = ConditionsProbe.AtStart(threads: 1, CoreSet.Any);
        IReadOnlyList<ConditionFlag> findings = ConditionsProbe.FlagsOfMachine();
        RoundConditions now = ConditionsProbe.Now();
        MachineInfo machine = MachineProbe.Read(BackendCatalogue.All[0]);
        using var ceilings = new CeilingSet(
            [BackendCatalogue.Processor], machine.Cores, CoreSet.Any, machine, AvailableMemory.Bytes(), quick: false, stored: []);
        ceilings.Measure();
        ImmutableArray<Ceiling> ofDevice = device is null ? [] : OfDevice(device, machine);
        return new Diagnosis(
            machine, conditions.Load, conditions.Governor, now.ClockMHz, now.TemperatureC, ConditionsProbe.QuotaCores(), DeviceListing.All(), [.. ceilings.Best, .. ofDevice], findings);
    }

    private static ImmutableArray<Ceiling> OfDevice(IDeviceBackend device, MachineInfo machine)
    {
        using var ceilings = new CeilingSet(
            [device.Device!], threads: 1, CoreSet.Any, machine, AvailableMemory.Bytes(), quick: false, stored: []);
        ceilings.Measure();
        return ceilings.Best;
    }
}
