using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using GuidelineBench.Benchmarks.Machines;
using GuidelineBench.Core.Results;
using GuidelineBench.Fuzzing.Targets;

namespace GuidelineBench.Fuzzing.Machines;

/// <summary>What holds of every description of a machine, however damaged the texts are that it was read from.</summary>
internal static partial class MachinePromises
{
    private const int LongestText = 1000;

    /// <summary>Linux numbers no more tasks, and processors stop long before such heat.</summary>
    private const double MostTasks = 1 << 22, HottestC = 250, AbsoluteZeroC = -273.15;

    public static void Check(MachineInfo machine)
    {
        IsLine("the processor's name", machine.Cpu);
        foreach ((string level, long bytes) in machine.CacheBytes)
            Holds(CacheLevel().IsMatch(level) && bytes > 0, $"The cache {level} has {bytes} bytes.");
        Check(machine.CoreClasses);
    }

    /// <param name="usable">The processors that the cores must be of.</param>
    public static void Check(MachineInfo machine, IReadOnlyCollection<int> usable)
    {
        Check(machine);
        ImmutableArray<int> named = [.. machine.CoreClasses.SelectMany(kind => kind.Processors)];
        Holds(named.Distinct().Count() == named.Length, $"A core is of two kinds: {string.Join(',', named)}.");
        Holds(named.IsEmpty || named.Order().SequenceEqual(usable.Order()), $"The kinds of cores have {string.Join(',', named)} of {string.Join(',', usable)}.");
        Holds(machine.CoreClasses.All(kind => kind.Count == kind.Processors.Length), "A kind has another number of cores than are listed.");
    }

    public static void Check(Conditions conditions)
    {
        if (conditions.Governor is { } governor)
            IsLine("the governor", governor);
        Holds(conditions.Load is null or (>= 0 and <= MostTasks), $"The load is {conditions.Load}.");
        foreach (string flag in conditions.Flags)
            IsLine("a flag", flag);
        foreach (RoundConditions round in conditions.ByRound)
            Holds(round.TemperatureC is null or (>= AbsoluteZeroC and <= HottestC), $"The temperature is {round.TemperatureC}.");
    }

    /// <summary>A line that can be shown: neither empty nor endless, and nothing in it moves a cursor or hides.</summary>
    public static void IsLine(string what, string text) => Holds(
        text.Length is > 0 and <= LongestText && text.Trim() == text && !text.Any(letter => CharUnicodeInfo.GetUnicodeCategory(letter)
            is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator),
        $"{what} is no line of text: '{text}'");

    public static void Holds(bool isKept, string broken)
    {
        if (!isKept)
            throw new BrokenPromiseException(broken);
    }

    private static void Check(ImmutableArray<CoreClassInfo> kinds)
    {
        Holds(kinds.Length is 0 or 2 or 3, $"There are {kinds.Length} kinds of cores.");
        Holds(
            kinds.Select(kind => kind.Name).SequenceEqual(CoreClasses.Names.Where(name => kinds.Any(kind => kind.Name == name))),
            "The kinds of cores are not ordered from the fastest.");
        foreach (CoreClassInfo kind in kinds)
        {
            Holds(kind.Count > 0, $"There are {kind.Count} {kind.Name} cores.");
            if (kind.Core is { } core)
                IsLine("a core's name", core);
        }
    }

    [GeneratedRegex("^(L1d|L[2-9])$")]
    private static partial Regex CacheLevel();
}
