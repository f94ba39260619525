using System.Diagnostics;

namespace GuidelineBench.Fuzzing.Sessions;

/// <summary>
/// Ends the process when one input takes longer than it may; the input stays in the keeper's file. Time is the
/// process's own, so that a busy machine raises no alarm; one that waits for nothing is caught by the clock.
/// </summary>
internal sealed class Watchdog : IDisposable
{
    private static readonly TimeSpan LongestWork = TimeSpan.FromSeconds(5), LongestWait = TimeSpan.FromMinutes(5), Interval = TimeSpan.FromMilliseconds(500);

    private readonly InputKeeper keeper;
    private readonly Timer timer;
    private long watched;
    private TimeSpan workBefore;
    private long watchedSince;

    public Watchdog(InputKeeper keeper)
    {
        this.keeper = keeper;
        watchedSince = Stopwatch.GetTimestamp();
        timer = new Timer(_ => Look(), null, Interval, Interval);
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        long count = keeper.Count;
        TimeSpan work = Environment.CpuUsage.TotalTime;
        if (count != watched || !keeper.IsBusy)
        {
            (watched, workBefore, watchedSince) = (count, work, Stopwatch.GetTimestamp());
            return;
        }

        if (work - workBefore > LongestWork || Stopwatch.GetElapsedTime(watchedSince) > LongestWait)
            Environment.FailFast($"An input hangs; it is kept in {keeper.Path}.");
    }
}
