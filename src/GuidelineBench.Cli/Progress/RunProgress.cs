using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Cli.Terminals;
using Spectre.Console;

namespace GuidelineBench.Cli.Progress;

/// <summary>Shows a run on stderr, as far as stderr allows.</summary>
internal static class RunProgress
{
    public static T Follow<T>(Terminal terminal, Func<IRunObserver, T> run)
    {
        if (!terminal.IsInteractive)
            return run(new PlainProgress(terminal.Error, TimeProvider.System));
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = terminal.HasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.Yes,
            Out = new AnsiConsoleOutput(terminal.Error),
        });
        return console.Progress()
            .AutoRefresh(false)
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn { Alignment = Justify.Left }, new ProgressBarColumn(), new PercentageColumn())
            .Start(context => run(new LiveProgress(context, TimeProvider.System)));
    }
}

/// <summary>Progress where nothing can be redrawn: a line for each phase, and for finished rounds at most one every few seconds.</summary>
internal sealed class PlainProgress(TextWriter output, TimeProvider clock) : IRunObserver
{
    private static readonly TimeSpan LeastPause = TimeSpan.FromSeconds(10);

    private int cells;
    private int? lastRound;
    private long lastLine;
    private TimeSpan left;

    public void Started(int cells, int firstRound, int? rounds)
    {
        this.cells = cells;
        lastRound = rounds;
    }

    public void PhaseStarted(RunPhase phase)
    {
        output.WriteLine(PhaseText.Of(phase, cells));
        lastLine = clock.GetTimestamp();
    }

    public void CellPrepared(string cell, string? skipped)
    {
        if (skipped is not null)
            output.WriteLine($"{cell} is skipped: {skipped}");
    }

    public void RoundStarted(int round)
    {
    }

    public void CellMeasured(string cell, int round, double sampleNs, TimeSpan timeLeft) => left = timeLeft;

    public void Visited(int block, TimeSpan timeLeft)
    {
    }

    public void BlockFinished(int block, TimeSpan timeLeft)
    {
        if (clock.GetElapsedTime(lastLine) < LeastPause)
            return;
        lastLine = clock.GetTimestamp();
        output.WriteLine($"{RoundText.OfBlock(block)} done, {DurationText.Of(timeLeft)} left at most");
    }

    public void RoundFinished(int round)
    {
        if (round != lastRound && clock.GetElapsedTime(lastLine) < LeastPause)
            return;
        lastLine = clock.GetTimestamp();
        output.WriteLine(round == lastRound
            ? $"{RoundText.Of(round, lastRound)} done"
            : $"{RoundText.Of(round, lastRound)} done, {DurationText.Of(left)} left");
    }
}
