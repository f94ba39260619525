using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Rounds;

/// <summary>A folder inside the output that goes away with the run, for the empty folders that BenchmarkDotNet makes.</summary>
public sealed class ScratchFolder : IDisposable
{
    private const string Name = "run.tmp", Inner = "results";

    private readonly string output;

    /// <param name="output">The folder of the run; nobody else is writing there.</param>
    /// <exception cref="RunException">It cannot be written.</exception>
    internal ScratchFolder(string output)
    {
        this.output = output;
        Path = System.IO.Path.Combine(output, Name);
        try
        {
            Directory.CreateDirectory(Path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new RunException($"{Path}: cannot be made: {error.Message}", error);
        }
    }

    public string Path { get; }

    /// <summary>Removes what a killed run left, unless somebody has put something there.</summary>
    /// <exception cref="IOException">It cannot be removed.</exception>
    /// <exception cref="UnauthorizedAccessException">It cannot be removed.</exception>
    public static void RemoveLeftover(string output)
    {
        string path = System.IO.Path.Combine(output, Name);
        foreach (string folder in new[] { System.IO.Path.Combine(path, Inner), path })
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any())
                Directory.Delete(folder);
    }

    public void Dispose()
    {
        try
        {
            RemoveLeftover(output);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // An empty folder that stays harms nobody, a failed run would.
        }
    }
}

/// <summary>Keeps the calling thread on the first of the cores: plans touch their memory first, and ceilings are measured, where the cells will run.</summary>
internal readonly struct PinnedCaller : IDisposable
{
    private readonly bool pinned;

    /// <exception cref="RunException">Too few cores, or one that cannot be used.</exception>
    public PinnedCaller(CoreSet cores, int threads)
    {
        if (!cores.IsPinned)
            return;
        if (cores.Processors.Length < threads)
        {
            throw new RunException(FormattableString.Invariant(
                $"{cores.Processors.Length} cores are named for {threads} threads; each thread needs one."));
        }

        try
        {
            // The others are tried too, so that a core that cannot be used is named before the work begins.
            foreach (int processor in cores.Processors.Take(threads).Reverse())
                CoreAffinity.PinCurrentThread(processor);
            pinned = true;
        }
        catch (AffinityException error)
        {
            CoreAffinity.UnpinCurrentThread();
            throw new RunException(error.Message, error);
        }
    }

    public void Dispose()
    {
        if (pinned)
            CoreAffinity.UnpinCurrentThread();
    }
}
