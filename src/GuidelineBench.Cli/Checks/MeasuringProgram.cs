using System.Diagnostics;
using GuidelineBench.Benchmarks.Turns;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Reports;
using GuidelineBench.Cli.Sdk;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Checks;

/// <summary>
/// A build of this program that measures in a process of its own: buffers and compiled code lie elsewhere in every
/// process, so that runs inside one would look more alike than they are.
/// </summary>
/// <param name="file">What is started.</param>
/// <param name="first">Arguments before the verb.</param>
internal sealed class MeasuringProgram(string file, params string[] first)
{
    private const string Name = "guidelinebench", Assembly = Name + ".dll", Script = "run.sh";

    /// <summary>Time that a run has to end by itself when it is interrupted; then it is ended.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string File => file;

    public IReadOnlyList<string> First => first;

    /// <summary>This program.</summary>
    public static MeasuringProgram Own()
    {
        string assembly = Path.Combine(AppContext.BaseDirectory, Assembly);
        return System.IO.File.Exists(assembly) ? new MeasuringProgram("dotnet", assembly) : new MeasuringProgram(Environment.ProcessPath!);
    }

    /// <param name="path">A folder with a source tree or a built program, or the file to start: run.sh, guidelinebench.dll or guidelinebench.</param>
    /// <exception cref="CommandException">There is none.</exception>
    public static MeasuringProgram At(string path, string option)
    {
        string full = RunFolder.FullPath(path, option);
        string[] candidates =
        [
            full,
            .. new[] { OperatingSystem.IsWindows() ? "" : Script, Assembly, Path.Combine("src", "GuidelineBench.Cli", "bin", "Release", "net10.0", Assembly), Name, Name + ".exe" }
                .Where(candidate => candidate.Length > 0)
                .Select(candidate => Path.Combine(full, candidate)),
        ];
        return Array.Find(candidates, System.IO.File.Exists) switch
        {
            null => throw CommandException.Unusable($"no program in '{path}'", option, $"a folder with {Script} or a built {Name}, or one of these files"),
            { } assembly when assembly.EndsWith(".dll", StringComparison.OrdinalIgnoreCase) => new MeasuringProgram("dotnet", assembly),
            { } script when script.EndsWith(".sh", StringComparison.Ordinal) => new MeasuringProgram("sh", script),
            { } program => new MeasuringProgram(program),
        };
    }

    /// <summary>Measures once; progress goes to this process's stderr.</summary>
    /// <param name="arguments">Options of <c>run</c>.</param>
    /// <exception cref="CommandException">There is no complete result, with the program's exit code where it is one of a user's mistake, an absence or an interruption; the run ended with a code that no run ends with; or a row cannot repeat its plan.</exception>
    public ResultFile Measure(IReadOnlyCollection<string> arguments, CancellationToken cancellation)
    {
        string command = string.Join(' ', [file, .. first, "run"]);
        DirectoryInfo folder = ScratchSpace.Create("check");
        try
        {
            string output = Path.Combine(folder.FullName, "run");
            int code = Run([.. first, "run", .. arguments, "--no-report", "--out", output], cancellation);
            string results = Path.Combine(output, RunFolder.ResultsName);
            ResultFile? measured = System.IO.File.Exists(results) ? ReportFolder.Read(results) : null;
            // A run with a wrong output ends with 5 and is complete: the gate names the row. After any other code a result proves nothing.
            if (measured is not { Complete: true } || code is not (ExitCode.Done or ExitCode.Failed))
            {
                throw new CommandException(
                    code is ExitCode.Unusable or ExitCode.Absent or ExitCode.Interrupted ? code : ExitCode.Failed,
                    FormattableString.Invariant($"nothing is judged: {command} ended with {code}{(measured is { Complete: true } ? "" : " and no complete result")}"));
            }

            // Without its plan a row has no time; that is the plan's fault, not the build's.
            if (arguments.Contains(PlanOption.Name) && measured.Cells.FirstOrDefault(cell => cell is { Plan: null, Skipped: not null }) is { } refused)
                throw CommandException.Unusable($"nothing is judged: {command} cannot repeat the plan of {CellNaming.Among(measured).Of(refused)} ({refused.Skipped})", PlanOption.Name, "plans that fit every build that is measured");
            return measured;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Whether the build can measure in turn with another one; an older one knows whole runs alone.</summary>
    public bool TakesTurns()
    {
        using Process process = Start([.. first, TurnProtocol.Verb, "--help"], hidesErrors: true);
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        process.WaitForExit();
        return process.ExitCode == ExitCode.Done;
    }

    /// <summary>Starts the build to be told what to do.</summary>
    /// <exception cref="CommandException">It cannot be started.</exception>
    public Process StartTurns(IEnumerable<string> arguments) => Start([.. first, TurnProtocol.Verb, .. arguments], withInput: true);

    private int Run(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using Process process = Start(arguments);
        Task<string> answer = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        try
        {
            process.WaitForExitAsync(cancellation).GetAwaiter().GetResult();
        }
        catch (OperationCanceledException)
        {
            // The terminal has told the run too; it stores what it has.
            if (!process.WaitForExit(Patience))
                process.Kill(entireProcessTree: true);
            throw new CommandException(ExitCode.Interrupted, "interrupted; nothing is judged");
        }

        answer.GetAwaiter().GetResult();
        return process.ExitCode;
    }

    private Process Start(IEnumerable<string> arguments, bool withInput = false, bool hidesErrors = false)
    {
        var start = new ProcessStartInfo(file)
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = withInput,
            RedirectStandardError = hidesErrors,
            UseShellExecute = false,
        };
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        // A source tree is built first, and an older one takes every variable for a property of the build.
        if (first is [.., var script] && script.EndsWith(".sh", StringComparison.Ordinal))
            BuildEnvironment.Clean(start.Environment);
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new CommandException(ExitCode.Absent, $"{start.FileName} cannot be started: {error.Message}", error);
        }
    }
}
