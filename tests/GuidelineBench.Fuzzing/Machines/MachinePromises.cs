using System.Collections.Immutable;
using System.Text.RegularExpressions;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Core.Results;
using GuidelineBench.Fuzzing.Targets;

namespace GuidelineBench.Fuzzing.Machines;

/// <summary>What holds of every description of a machine, however damaged the texts are that it was read from.</summary>
internal static partial class MachinePromises
{
    /// <summary>Linux numbers no more tasks, and processors stop long before such heat.</summary>
    private const double MostTasks = 1 << 22, HottestC = 250, AbsoluteZeroC = -273.15;

    public static void Check(MachineInfo machine)
    {
        Promise.IsLine("the processor's name", machine.Cpu);
        foreach ((string level, long bytes) in machine.CacheBytes)
            Promise.Holds(CacheLevel().IsMatch(level) && bytes > 0, $"The cache {level} has {bytes} bytes.");
        Check(machine.CoreClasses);
    }

    /// <param name="usable">The processors that the cores must be of.</param>
    public static void Check(MachineInfo machine, IReadOnlyCollection<int> usable)
    {
        Check(machine);
        ImmutableArray<int> named = [.. machine.CoreClasses.SelectMany(kind => kind.Processors)];
        Promise.Holds(named.Distinct().Count() == named.Length, $"A core is of two kinds: {string.Join(',', named)}.");
        Promise.Holds(named.IsEmpty || named.Order().SequenceEqual(usable.Order()), $"The kinds of cores have {string.Join(',', named)} of {string.Join(',', usable)}.");
        Promise.Holds(machine.CoreClasses.All(kind => kind.Count == kind.Processors.Length), "A kind has another number of cores than are listed.");
    }

    public static void Check(Conditions conditions)
    {
        if (conditions.Governor is { } governor)
            Promise.IsLine("the governor", governor);
        Promise.Holds(conditions.Load is null or (>= 0 and <= MostTasks), $"The load is {conditions.Load}.");
        foreach (string flag in conditions.Flags)
            Promise.IsLine("a flag", flag);
        foreach (RoundConditions round in conditions.ByRound)
            Promise.Holds(round.TemperatureC is null or (>= AbsoluteZeroC and <= HottestC), $"The temperature is {round.TemperatureC}.");
    }

    private static void Check(ImmutableArray<CoreClassInfo> kinds)
    {
        Promise.Holds(kinds.Length is 0 or 2 or 3, $"There are {kinds.Length} kinds of cores.");
        Promise.Holds(
            kinds.Select(kind => kind.Name).SequenceEqual(CoreClasses.Names.Where(name => kinds.Any(kind => kind.Name == name))),
            "The kinds of cores are not ordered from the fastest.");
        foreach (CoreClassInfo kind in kinds)
        {
            Promise.Holds(kind.Count > 0, $"There are {kind.Count} {kind.Name} cores.");
            if (kind.Core is { } core)
                Promise.IsLine("a core's name", core);
        }
    }

    [GeneratedRegex("^(L1d|L[2-9])$")]
    private static partial Regex CacheLevel();
}
