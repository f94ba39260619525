using System.Text;
using GuidelineBench.Core.Files;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace GuidelineBench.Cli.Terminals;

/// <summary>Where a command writes: the answer to <paramref name="Out"/>, everything else to <paramref name="Error"/>.</summary>
/// <param name="IsInteractive">Whether <paramref name="Error"/> is a terminal that can redraw a line.</param>
/// <param name="HasColour">Whether colour codes may be written to <paramref name="Error"/>.</param>
public sealed record Terminal(TextWriter Out, TextWriter Error, bool IsInteractive = false, bool HasColour = false)
{
    private const int WidestTable = 400;

    public static Terminal OfThisProcess()
    {
        bool isInteractive = !Console.IsErrorRedirected && Environment.GetEnvironmentVariable("TERM") != "dumb";
        bool hasColour = isInteractive && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        TextWriter answer = Writer(new StandardStream(Console.OpenStandardOutput, static error =>
            throw CommandException.Unusable($"the answer cannot be written ({error.InnerException?.Message ?? error.Message})", "stdout", "an open file, pipe or terminal, with space left")));
        // A run is worth more than what it says on its way.
        TextWriter progress = isInteractive ? Console.Error : Writer(new StandardStream(Console.OpenStandardError, static _ => { }));
        return new Terminal(answer, progress, isInteractive, hasColour);
    }

    /// <summary>The same bytes everywhere: no byte order mark, line feeds alone.</summary>
    private static TextWriter Writer(Stream stream) =>
        TextWriter.Synchronized(new StreamWriter(stream, new UTF8Encoding(false)) { AutoFlush = true, NewLine = "\n" });

    /// <summary>Writes one line about the program itself.</summary>
    public void Say(string message) => Error.WriteLine($"guidelinebench: {LineText.Of(message.ReplaceLineEndings(" "))}");

    /// <summary>Writes a table as plain text, without colours and however wide it is.</summary>
    public void WriteTable(IReadOnlyList<string> head, IEnumerable<IReadOnlyList<string>> rows, params int[] numberColumns)
    {
        var table = new Table().Border(TableBorder.None);
        for (int column = 0; column < head.Count; column++)
        {
            var tableColumn = new TableColumn(new Text(head[column])) { NoWrap = true };
            table.AddColumn(numberColumns.Contains(column) ? tableColumn.RightAligned() : tableColumn.LeftAligned());
        }

        foreach (IReadOnlyList<string> row in rows)
            table.AddRow(row.Select(IRenderable (cell) => new Text(cell)));
        var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(text),
        });
        console.Profile.Width = WidestTable;
        console.Write(table);
        foreach (string line in text.ToString().ReplaceLineEndings("\n").TrimEnd('\n').Split('\n'))
            Out.WriteLine(line.TrimEnd());
    }
}

/// <summary>The title of the terminal's window, which is the user's.</summary>
internal static class WindowTitle
{
    private const string TerminalVariable = "TERM", OwnCommandLine = "bench";

    /// <summary>
    /// BenchmarkDotNet writes its progress there and cannot be told not to. .NET learns once how a terminal takes a title,
    /// when the first one is set: it is set where there is no terminal to learn from.
    /// </summary>
    /// <param name="args">Under <c>bench</c> the terminal is BenchmarkDotNet's, colours and all.</param>
    public static void LeaveAlone(IReadOnlyList<string> args)
    {
        if (OperatingSystem.IsWindows() || args is [OwnCommandLine, ..])
            return;
        string? terminal = Environment.GetEnvironmentVariable(TerminalVariable);
        Environment.SetEnvironmentVariable(TerminalVariable, null);
        Console.Title = "";
        Environment.SetEnvironmentVariable(TerminalVariable, terminal);
    }
}
