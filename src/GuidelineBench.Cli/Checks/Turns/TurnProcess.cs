using System.Diagnostics;
using System.Globalization;
using GuidelineBench.Benchmarks.Turns;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Reports;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Checks.Turns;

/// <summary>One of two builds that measure in turn, in a process of its own.</summary>
internal sealed class TurnProcess : IDisposable
{
    private readonly Process process;
    private readonly string command, output;
    private readonly CancellationTokenRegistration interruption;

    /// <summary>By label: position among the build's cells, and the time of a pass.</summary>
    private readonly Dictionary<string, (int Index, double PassNs)> cells = [];

    /// <summary>Returns when the build has prepared its cells.</summary>
    /// <param name="arguments">Options of <c>run</c>.</param>
    /// <param name="output">A folder that does not exist yet.</param>
    /// <exception cref="CommandException">It could not prepare them.</exception>
    public TurnProcess(MeasuringProgram program, IEnumerable<string> arguments, string output, CancellationToken cancellation)
    {
        this.output = output;
        command = string.Join(' ', [program.File, .. program.First, TurnProtocol.Verb]);
        process = program.StartTurns([.. arguments, "--out", output]);
        interruption = cancellation.Register(() => process.Kill(entireProcessTree: true));
        try
        {
            ReadCells();
        }
        catch (CommandException)
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Labels of the cells that it can time.</summary>
    public IEnumerable<string> Cells => cells.Keys;

    public double PassNs(string cell) => cells[cell].PassNs;

    public void Stay(string cell, int passes, bool bySteps) => Tell(string.Create(
        CultureInfo.InvariantCulture, $"{TurnProtocol.Stay} {cells[cell].Index} {passes} {(bySteps ? TurnProtocol.Steps : TurnProtocol.Whole)}"));

    public void EndBlock() => Tell(TurnProtocol.Block);

    /// <returns>What it measured.</returns>
    public ResultFile End()
    {
        process.StandardInput.WriteLine(TurnProtocol.End);
        process.StandardInput.Flush();
        process.WaitForExit();
        string results = Path.Combine(output, RunFolder.ResultsName);
        // A wrong output ends it with 5 and a whole file: the gate names the row.
        return process.ExitCode is ExitCode.Done or ExitCode.Failed && File.Exists(results)
            ? ReportFolder.Read(results)
            : throw Failed(string.Create(CultureInfo.InvariantCulture, $"ended with {process.ExitCode}"));
    }

    public void Dispose()
    {
        interruption.Dispose();
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    private void ReadCells()
    {
        while (ReadLine() is var line && line != TurnProtocol.Ready)
        {
            string[] words = line.Split(' ', 4);
            if (words is not [TurnProtocol.Cell, _, _, _]
                || !int.TryParse(words[1], CultureInfo.InvariantCulture, out int index)
                || !double.TryParse(words[2], CultureInfo.InvariantCulture, out double passNs)
                || !cells.TryAdd(words[3], (index, passNs)))
                throw Failed($"said '{line}'");
        }
    }

    private void Tell(string line)
    {
        try
        {
            process.StandardInput.WriteLine(line);
            process.StandardInput.Flush();
        }
        catch (IOException)
        {
            // The pipe of a process that has ended; what it ended with is said below.
        }

        if (ReadLine() is var answer && answer != TurnProtocol.Done)
            throw Failed($"said '{answer}'");
    }

    private string ReadLine()
    {
        if (process.StandardOutput.ReadLine() is { } line)
            return line;
        process.WaitForExit();
        int code = process.ExitCode;
        throw new CommandException(
            code is ExitCode.Unusable or ExitCode.Absent or ExitCode.Interrupted ? code : ExitCode.Failed,
            FormattableString.Invariant($"nothing is judged: {command} ended with {code}"));
    }

    private CommandException Failed(string what) => new(ExitCode.Failed, $"nothing is judged: {command} {what}");
}
