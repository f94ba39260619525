using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Execution.Threads;

namespace GuidelineBench.Benchmarks.Rounds;

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
