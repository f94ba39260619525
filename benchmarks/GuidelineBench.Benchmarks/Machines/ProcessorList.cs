using System.Collections.Immutable;
using System.Globalization;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>The kernel's notation for sets of processors, e.g. <c>0-1,4</c>.</summary>
internal static class ProcessorList
{
    /// <returns>Ascending; empty for a text that is no list.</returns>
    public static ImmutableArray<int> Parse(string text)
    {
        var processors = ImmutableSortedSet.CreateBuilder<int>();
        foreach (string part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            string[] ends = part.Split('-');
            if (ends.Length > 2 || !TryParse(ends[0], out int first) || !TryParse(ends[^1], out int last))
                return [];
            for (int processor = first; processor <= last; processor++)
                processors.Add(processor);
        }

        return [.. processors];
    }

    private static bool TryParse(string text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
