using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>The kernel's lists of processors. Any text is taken: what is no list is an empty one.</summary>
internal static class ProcessorListTarget
{
    public static FuzzTarget Create()
    {
        var samples = TargetCatalogue.Bytes("0-1,4", "0,64", "12", "0-15\n", "0-3,8-11,16-31", "1,0,0-1", "0-65535", " 5 , 7-9 ");
        return new FuzzTarget("processor-list", 6, samples, TargetCatalogue.WordsOf(samples), input =>
        {
            string text = Encoding.UTF8.GetString(input);
            ImmutableArray<int> processors = ProcessorList.Parse(text);
            if (processors.Length > ProcessorList.MostProcessors || processors.Any(processor => processor < 0) || !processors.Distinct().Order().SequenceEqual(processors))
                throw new BrokenPromiseException($"Not a list of processors: {string.Join(',', processors)}");
            string written = ProcessorList.Write(processors);
            if (!ProcessorList.Parse(written).SequenceEqual(processors))
                throw new BrokenPromiseException($"{written} is read as another list.");
            return processors.IsEmpty || Names(text, processors)
                ? new Answer(true, written)
                : throw new BrokenPromiseException($"{written} is not what the list says.");
        });
    }

    /// <summary>Whether every number of the text is a processor of the list, its first and last ones among them.</summary>
    private static bool Names(string text, ImmutableArray<int> processors)
    {
        // A range whose end is before its start names nothing.
        (int First, int Last)[] ranges = [..
            from part in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            let ends = part.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray()
            where ends[0] <= ends[^1]
            select (ends[0], ends[^1])];
        return ranges.Min(range => range.First) == processors[0] && ranges.Max(range => range.Last) == processors[^1]
            && processors.All(processor => ranges.Any(range => range.First <= processor && processor <= range.Last));
    }
}
