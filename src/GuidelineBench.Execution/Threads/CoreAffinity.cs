using System.Collections.Immutable;

namespace GuidelineBench.Execution.Threads;

/// <summary>Ties threads to logical processors, so that the scheduler cannot move a measured thread away from its caches.</summary>
public static class CoreAffinity
{
    /// <summary>Null on systems whose threads are not tied. Made before any thread is pinned: a pinned thread sees its own processor only, and so do threads that it starts.</summary>
    private static readonly ThreadAffinity? Threads = IsSupported ? new ThreadAffinity(new LinuxAffinityMasks(), Listed) : null;

    private static readonly ImmutableArray<int> AtStart = Threads?.Usable ?? [.. Counted()];

    public static bool IsSupported => OperatingSystem.IsLinux();

    /// <summary>Indices of the logical processors that this process may run on, ascending, as the system numbers them.</summary>
    public static int[] UsableProcessors() => [.. AtStart];

    /// <summary>The calling thread runs on that processor alone from here on.</summary>
    /// <exception cref="AffinityException">The system cannot do it, or the process may not use that processor.</exception>
    public static void PinCurrentThread(int processor)
    {
        if (Threads is null)
            throw new AffinityException("Pinning to cores is supported on Linux only; leave the cores to the system.");
        Threads.Pin(processor);
    }

    /// <summary>The calling thread may run on every usable processor again.</summary>
    public static void UnpinCurrentThread() => Threads?.Unpin();

    /// <summary>As the kernel lists them; a sandbox may refuse the calls for masks and show the list.</summary>
    private static IEnumerable<int> Listed() =>
        AllowedProcessors.Of(AllowedProcessors.StatusOfThisThread()) is { IsEmpty: false } processors ? processors : Counted();

    private static IEnumerable<int> Counted() => Enumerable.Range(0, Environment.ProcessorCount);
}

/// <summary>The processors that a thread may run on, as Linux lists them in its status.</summary>
internal static class AllowedProcessors
{
    private const string Field = "Cpus_allowed_list:";

    /// <returns>Empty where the system shows none.</returns>
    public static string StatusOfThisThread()
    {
        try
        {
            return File.ReadAllText("/proc/thread-self/status");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    /// <param name="status">Text of /proc/thread-self/status.</param>
    /// <returns>Ascending; empty for a text that lists none.</returns>
    public static ImmutableArray<int> Of(string status) =>
        status.Split('\n').FirstOrDefault(line => line.StartsWith(Field, StringComparison.Ordinal)) is { } line
            ? ProcessorList.Parse(line[Field.Length..])
            : [];
}
