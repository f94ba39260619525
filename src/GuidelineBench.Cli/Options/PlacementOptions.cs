using System.Collections.Immutable;
using System.CommandLine;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Cli.Backends;
using GuidelineBench.Core.Results;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Cli.Options;

/// <summary>
/// The options that say with which kernels, on which device and how operators run there: <c>--backend --device --threads
/// --execution --launch --math</c>. What a backend does not know is refused, not ignored.
/// </summary>
/// <param name="takesLists">Whether several ways can be asked for, to be compared.</param>
internal sealed class PlacementOptions(bool takesLists)
{
    public const string ExecutionName = "--execution", LaunchName = "--launch", MathName = "--math", VariantName = "--variant";

    private readonly BackendOptions backend = new(takesLists);

    private readonly Option<int?> threads = ThreadsOption.Create();

    private readonly Option<ImmutableArray<ExecutionOrder>?> execution = WaysOption.Create(
        ExecutionName, takesLists, "How layers follow each other", ExecutionOrders.All, order => order.Label(), SpecificationOption.Default.Orders[0]);

    private readonly Option<ImmutableArray<LaunchMode>?> launch = WaysOption.Create(
        LaunchName, takesLists, "How operators are started on a GPU", LaunchModes.All, mode => mode.Label(), SpecificationOption.Default.Launches[0]);

    private readonly Option<ImmutableArray<MathMode>?> math = WaysOption.Create(
        MathName, takesLists, "Precision of products", MathModes.All, mode => mode.Label(), SpecificationOption.Default.Maths[0]);

    private readonly Option<ImmutableArray<string>?> variants = ValueOption.Create<ImmutableArray<string>?>(
        VariantName, "LIST", $"How far an engine may change a graph ({string.Join(", ", EngineVariants.All)}), and whether kernels take element-wise operators along ({CellAxes.Fused}, {CellAxes.Unfused}); each backend takes those that it knows (default: the first of each, and the second where element-wise operators are the subject).",
        ReadVariants);

    public ImmutableArray<SpecificationOption> All => [.. backend.All, .. Ways];

    private ImmutableArray<SpecificationOption> Ways =>
    [
        SpecificationOption.Of(threads, (run, number) => run with { Threads = number }, run => NumberText.Write(run.Threads)),
        SpecificationOption.Of(execution, (run, orders) => run with { Orders = orders }, run => string.Join(',', run.Orders.Select(order => order.Label()))),
        SpecificationOption.Of(variants, (run, labels) => run with { Variants = labels }, run => run.Variants.IsEmpty ? null : string.Join(',', run.Variants)),
        SpecificationOption.Of(launch, (run, modes) => run with { Launches = modes }, run => string.Join(',', run.Launches.Select(mode => mode.Label()))),
        SpecificationOption.Of(math, (run, modes) => run with { Maths = modes }, run => string.Join(',', run.Maths.Select(mode => mode.Label()))),
    ];

    /// <exception cref="CommandException">The backend does not know an option, or the device cannot be had.</exception>
    public RunSpecification Read(ParseResult result, RunSpecification run)
    {
        // A backend on devices knows what its device knows; without one there is nothing to compare with.
        run = Ways.Read(result, backend.Read(result, run));
        ImmutableArray<IBackend> chosen = run.Backends;
        if (run.Threads > 1 && !chosen.Any(one => one.Abilities.HasThreads))
            throw CommandException.Unusable($"{Named(chosen[0])} has no threads to count", ThreadsOption.Name, "1");
        Refuse(chosen, ExecutionName, run.Orders, abilities => abilities.Orders, order => order.Label());
        Refuse(chosen, VariantName, run.Variants, abilities => abilities.Variants, variant => variant);
        Refuse(chosen, MathName, run.Maths, abilities => abilities.Maths, mode => mode.Label());
        if (result.GetValue(launch) is not null && chosen.All(one => one.Abilities.Launches.IsEmpty))
            throw CommandException.Unusable($"{Named(chosen[0])} starts operators by plain calls", LaunchName, $"with {BackendOption.Name} {BackendCatalogue.NamesWithDevices}");
        Refuse([.. chosen.Where(one => !one.Abilities.Launches.IsEmpty)], LaunchName, run.Launches, abilities => abilities.Launches, mode => mode.Label());
        return run;
    }

    private static ImmutableArray<string>? ReadVariants(string text)
    {
        ImmutableArray<string> known = [.. EngineVariants.All, CellAxes.Fused, CellAxes.Unfused];
        string[] parts = ValueOption.Parts(VariantName, text, string.Join(", ", known));
        foreach (string part in parts)
            if (!known.Contains(part))
                throw CommandException.Unusable($"unknown variant '{part}'", VariantName, string.Join(", ", known));
        return [.. known.Where(parts.Contains)];
    }

    /// <summary>Of several backends one has to know it; the others leave it out.</summary>
    private static void Refuse<T>(
        ImmutableArray<IBackend> backends, string option, ImmutableArray<T> wanted, Func<BackendAbilities, ImmutableArray<T>> known, Func<T, string> label)
    {
        foreach (T way in backends.IsEmpty ? [] : wanted)
            if (!backends.Any(backend => known(backend.Abilities).Contains(way)))
                throw CommandException.Unusable(
                    $"{Named(backends[0])} does not know {label(way)}", option, string.Join(", ", backends.SelectMany(backend => known(backend.Abilities)).Distinct().Select(label)));
    }

    private static string Named(IBackend backend) =>
        backend is IDeviceBackend { Device.Description: { } on } ? $"backend {backend.Name} on {on.Id} ({on.Name})" : $"backend {backend.Name}";
}

/// <summary><c>--threads</c>.</summary>
internal static class ThreadsOption
{
    public const string Name = "--threads";

    /// <summary>A quota may allow fewer processors than the affinity does.</summary>
    private static int UsableCores => Math.Min(CoreAffinity.UsableProcessors().Length, Environment.ProcessorCount);

    public static Option<int?> Create() => ValueOption.Number(
        Name, "N", $"Threads, 1 to {UsableCores} here (default {SpecificationOption.Default.Threads}).", 1, UsableCores, ", the processors of this process");
}
