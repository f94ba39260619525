using System.Collections.Immutable;
using System.Globalization;

namespace GuidelineBench.Execution.Threads;

/// <summary>Logical processors that threads are tied to, thread i to the i-th; empty: the system places them.</summary>
public sealed record CoreSet(ImmutableArray<int> Processors)
{
    public static CoreSet Any { get; } = new([]);

    public bool IsPinned => !Processors.IsEmpty;
}

/// <summary>The kernel's notation for sets of processors, e.g. <c>0-1,4</c>.</summary>
public static class ProcessorList
{
    /// <summary>Eight times as many as a kernel is built for; a text of a few bytes could name billions.</summary>
    public const int MostProcessors = 1 << 16;

    /// <returns>Ascending; empty for a text that is no list.</returns>
    public static ImmutableArray<int> Parse(string text)
    {
        var processors = ImmutableSortedSet.CreateBuilder<int>();
        long named = 0;
        foreach (string part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] ends = part.Split('-');
            if (ends.Length > 2 || !TryParse(ends[0], out int first) || !TryParse(ends[^1], out int last))
                return [];
            named += Math.Max(0, (long)last - first + 1);
            if (named > MostProcessors)
                return [];
            for (int processor = first; processor <= last; processor++)
                processors.Add(processor);
        }

        return [.. processors];
    }

    /// <returns>The processors in their order, as ranges where there are any.</returns>
    public static string Write(IReadOnlyList<int> processors)
    {
        var parts = new List<string>();
        for (int start = 0; start < processors.Count;)
        {
            int end = start;
            while (end + 1 < processors.Count && processors[end + 1] == processors[end] + 1)
                end++;
            string first = processors[start].ToString(CultureInfo.InvariantCulture);
            parts.Add(start == end ? first : string.Create(CultureInfo.InvariantCulture, $"{first}-{processors[end]}"));
            start = end + 1;
        }

        return string.Join(',', parts);
    }

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < int.MaxValue;
}
