using System.Collections.Immutable;
using GuidelineBench.Core.Networks;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Execution.Parameters;

namespace GuidelineBench.Execution.Backends;

/// <summary>Kernels or an engine: it compiles graphs and runs them, on the processor where it is no <see cref="IDeviceBackend"/>.</summary>
public interface IBackend
{
    /// <summary>As in <c>--backend</c> and in result files.</summary>
    string Name { get; }

    /// <summary>Instruction set and vector width, or the device's architecture, for a reader.</summary>
    string Isa { get; }

    /// <summary>Why it cannot be used on this machine, in one line; null when it can.</summary>
    string? Unusable { get; }

    /// <summary>What of a plan's options it knows; others are refused before anything is compiled.</summary>
    BackendAbilities Abilities => BackendAbilities.OfProcessor;

    /// <summary>Compiles a plan: chooses kernels, packs the weights, and allocates all that a run needs. One that can say more of itself is an <see cref="ISteppedPlan"/>.</summary>
    /// <exception cref="PlanException">The graph or the options cannot be run here; the message is one line.</exception>
    IPlan Compile(Graph graph, NetworkParameters parameters, PlanOptions options);
}

/// <summary>A backend on devices beside the processor; of several one is chosen.</summary>
public interface IDeviceBackend : IBackend
{
    /// <summary>Looked up at the first call.</summary>
    DeviceInventory Inventory { get; }

    /// <summary>The device that it runs on: the chosen one, or the default; null where there is none.</summary>
    IDevice? Device { get; }

    /// <summary>The same kernels on a device of <see cref="Inventory"/>.</summary>
    /// <exception cref="DeviceException">This backend cannot run on it.</exception>
    IDeviceBackend On(DeviceDescription device);
}

/// <summary>A backend that leaves the choice of layouts and tiles to measurement. Its plans are <see cref="ISteppedPlan"/>s.</summary>
public interface ITunedBackend : IBackend
{
    /// <summary>
    /// What is worth trying for this graph, the backend's own choice first. An operator may take its choice from any
    /// candidate that has the same layout (the part before the colon).
    /// </summary>
    /// <exception cref="PlanException">The graph or the options cannot be run here; the message is one line.</exception>
    ImmutableArray<PlanChoices> Candidates(Graph graph, PlanOptions options);
}

/// <summary>What a backend knows of the options of a plan.</summary>
/// <param name="Launches">Empty where starting an operator is a call like any other.</param>
/// <param name="HasThreads">Whether it runs on threads of the processor that can be counted and placed.</param>
public sealed record BackendAbilities(
    ImmutableArray<ExecutionOrder> Orders,
    ImmutableArray<LaunchMode> Launches,
    ImmutableArray<MathMode> Maths,
    bool HasThreads)
{
    /// <summary>How far it may change a graph: the usual way first, then the one whose element-wise operators run on their own.</summary>
    public ImmutableArray<string> Variants { get; init; } = [CellAxes.Fused, CellAxes.Unfused];

    /// <summary>Of kernels for the processor.</summary>
    public static BackendAbilities OfProcessor { get; } = new(ExecutionOrders.All, [], [MathMode.Fp32], HasThreads: true);
}
