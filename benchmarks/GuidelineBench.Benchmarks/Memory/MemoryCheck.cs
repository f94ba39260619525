using System.Globalization;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Core.Networks;

namespace GuidelineBench.Benchmarks.Memory;

/// <summary>Refuses what cannot be run in the memory that is there, before anything is allocated.</summary>
public static class MemoryCheck
{
    /// <param name="what">What is to be run, for the message.</param>
    /// <exception cref="NotEnoughMemoryException">More is needed than is free.</exception>
    public static void RefuseTooLarge(string what, MemoryNeed need, long freeBytes)
    {
        if (need.Bytes > freeBytes)
            throw new NotEnoughMemoryException($"not enough memory: {what} needs about {Size(need.Bytes)}, free are {Size(freeBytes)}");
    }

    /// <param name="what">What is to be run, for the message.</param>
    /// <exception cref="RunException">A map has more values than an array can hold.</exception>
    public static void RefuseEndlessMaps(string what, Graph graph, int batch)
    {
        long values = batch * graph.Nodes.Max(node => node.Output.Elements);
        if (values > Array.MaxLength)
            throw new RunException(FormattableString.Invariant($"{what} has a map of {values} values; {Array.MaxLength} are allowed."));
    }

    private static string Size(long bytes) => bytes switch
    {
        >= 1L << 30 => string.Create(CultureInfo.InvariantCulture, $"{bytes / (double)(1L << 30):F1} GiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes >> 20} MiB"),
    };
}

/// <summary>A run does not fit in memory; the message is one line for the user, with what is needed and what is free.</summary>
public sealed class NotEnoughMemoryException(string message) : Exception(message);
