using System.Collections.Immutable;
using GuidelineBench.Benchmarks.Ceilings;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Cli.Backends;
using GuidelineBench.Cli.Listings;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;

namespace GuidelineBench.Cli.Machines;

/// <summary>What <c>doctor</c> finds out.</summary>
/// <param name="Ceilings">At one thread and at all cores.</param>
/// <param name="Findings">What would make a measurement bad.</param>
internal sealed record Diagnosis(
    MachineInfo Machine,
    double? Load,
    string? Governor,
    double? ClockMHz,
    double? TemperatureC,
    IReadOnlyList<DeviceListing> Devices,
    ImmutableArray<Ceiling> Ceilings,
    IReadOnlyList<ConditionFlag> Findings)
{
    /// <summary>Takes a few seconds.</summary>
    public static Diagnosis Make()
    {
        IBackend backend = BackendCatalogue.All[0];
        // Before anything else, while the load is that of others.
        Conditions conditions = ConditionsProbe.AtStart(threads: 1, CoreSet.Any);
        IReadOnlyList<ConditionFlag> findings = ConditionsProbe.FlagsAtStart(threads: 1, CoreSet.Any);
        RoundConditions now = ConditionsProbe.Now();
        MachineInfo machine = MachineProbe.Read(backend);
        using var ceilings = new CeilingSet(
            backend, machine.Cores, CoreSet.Any, machine, AvailableMemory.Bytes(), quick: false, stored: []);
        ceilings.Measure();
        return new Diagnosis(
            machine, conditions.Load, conditions.Governor, now.ClockMHz, now.TemperatureC, DeviceListing.All(), ceilings.Best, findings);
    }
}
