using System.Collections.Immutable;
using System.CommandLine;
using GuidelineBench.Cli.Backends;
using GuidelineBench.Execution.Backends;
using GuidelineBench.Execution.Devices;

namespace GuidelineBench.Cli.Options;

/// <summary>
/// The options that say with which kernels, on which device and how operators run there: <c>--backend --device --threads
/// --execution --launch --math</c>. What a backend does not know is refused, not ignored.
/// </summary>
/// <param name="takesLists">Whether several ways can be asked for, to be compared.</param>
internal sealed class PlacementOptions(bool takesLists)
{
    public const string ExecutionName = "--execution", LaunchName = "--launch", MathName = "--math";

    private readonly BackendOptions backend = new(takesLists);

    private readonly Option<int?> threads = ThreadsOption.Create();

    private readonly Option<ImmutableArray<ExecutionOrder>?> execution = WaysOption.Create(
        ExecutionName, takesLists, "How layers follow each other", ExecutionOrders.All, order => order.Label(), RunSettings.DefaultOrder);

    private readonly Option<ImmutableArray<LaunchMode>?> launch = WaysOption.Create(
        LaunchName, takesLists, "How operators are started on a GPU", LaunchModes.All, mode => mode.Label(), RunSettings.DefaultLaunch);

    private readonly Option<ImmutableArray<MathMode>?> math = WaysOption.Create(
        MathName, takesLists, "Precision of products", MathModes.All, mode => mode.Label(), RunSettings.DefaultMath);

    public IReadOnlyList<Option> All => [.. backend.All, threads, execution, launch, math];

    /// <exception cref="CommandException">The backend does not know an option, or the device cannot be had.</exception>
    public Placement Read(ParseResult result)
    {
        // A backend on devices knows what its device knows; without one there is nothing to compare with.
        (ImmutableArray<IBackend> chosen, string? asked) = backend.Read(result);
        var placement = new Placement(
            chosen,
            asked,
            result.GetValue(threads) ?? RunSettings.DefaultThreads,
            result.GetValue(execution) ?? [RunSettings.DefaultOrder],
            result.GetValue(launch) ?? [RunSettings.DefaultLaunch],
            result.GetValue(math) ?? [RunSettings.DefaultMath]);
        if (placement.Threads > 1 && !chosen.Any(one => one.Abilities.HasThreads))
            throw CommandException.Unusable($"{Named(chosen[0])} has no threads to count", ThreadsOption.Name, "1");
        Refuse(chosen, ExecutionName, placement.Orders, abilities => abilities.Orders, order => order.Label());
        Refuse(chosen, MathName, placement.Maths, abilities => abilities.Maths, mode => mode.Label());
        if (result.GetValue(launch) is not null && chosen.All(one => one.Abilities.Launches.IsEmpty))
            throw CommandException.Unusable($"{Named(chosen[0])} starts operators by plain calls", LaunchName, $"with {BackendOption.Name} {BackendCatalogue.NamesWithDevices}");
        Refuse([.. chosen.Where(one => !one.Abilities.Launches.IsEmpty)], LaunchName, placement.Launches, abilities => abilities.Launches, mode => mode.Label());
        return placement;
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
