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
