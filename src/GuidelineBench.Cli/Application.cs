using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using GuidelineBench.Cli.Terminals;
using GuidelineBench.Cli.Verbs;

namespace GuidelineBench.Cli;

/// <summary>The program: arguments in, exit code out.</summary>
public static class Application
{
    /// <summary>With this variable set to 1 a failure of the tool itself shows its stack trace.</summary>
    public const string DebugVariable = "GUIDELINEBENCH_DEBUG";

    internal static IReadOnlyList<string> Examples { get; } =
    [
        "./run.sh                                      measure Tables 1-4 and write the report",
        "./run.sh run --quick                          the same in under a minute, less certain",
        "./run.sh run --tables none --networks table8  measure the networks of Table 8",
        "./run.sh cost --tables 1                      what theory says, without measuring",
        "./run.sh VERB --help                          options of one verb",
    ];

    public static int Run(IReadOnlyList<string> args, Terminal terminal)
    {
        try
        {
            return Parse(args, terminal).Invoke(new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            });
        }
        catch (CommandException error)
        {
            terminal.Say(error.Message);
            return error.ExitCode;
        }
        catch (Exception error) when (error is OutOfMemoryException or { InnerException: OutOfMemoryException })
        {
            terminal.Say("there is not enough memory, or no more threads; allowed: larger limits (ulimit -v, -d, -u; a container's)");
            return ExitCode.Absent;
        }
        catch (Exception error)
        {
            terminal.Say($"failed: {error.GetType().Name}: {error.Message}; {DebugVariable}=1 shows where");
            if (Environment.GetEnvironmentVariable(DebugVariable) == "1")
                terminal.Error.WriteLine(error);
            return ExitCode.Failed;
        }
    }

    /// <summary>Reads a command line and does nothing yet.</summary>
    /// <exception cref="CommandException">An unknown verb, option or value.</exception>
    public static ParseResult Parse(IReadOnlyList<string> args, Terminal terminal)
    {
        ParseResult result = CreateRoot(terminal).Parse(WithVerb(args), new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Errors.Count > 0 && result.Action is ParseErrorAction or null)
            throw UnusableArguments.Explain(result);
        return result;
    }

    private static RootCommand CreateRoot(Terminal terminal)
    {
        var root = new RootCommand("Measures whether the four guidelines of ShuffleNet V2 hold on this machine. Without a verb: run.")
        {
            RunVerb.Create(terminal),
            ListVerb.Create(terminal),
            CostVerb.Create(terminal),
            DoctorVerb.Create(terminal),
            ForwardVerb.Create(terminal),
            ExportVerb.Create(terminal),
            ReportVerb.Create(terminal),
            CheckVerb.Create(terminal),
            PredictVerb.Create(terminal),
            AdviseVerb.Create(terminal),
            BenchVerb.Create(),
            BundleVerb.Create(terminal),
            TestVerb.Create(terminal),
            TurnsVerb.Create(terminal),
        };
        root.Directives.Clear();
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpText((SynchronousCommandLineAction)help.Action!);
        return root;
    }

    private static IReadOnlyList<string> WithVerb(IReadOnlyList<string> args)
    {
        // The parser takes [word] for a directive of its own and drops it.
        if (args is [['[', ..], ..])
            throw CommandException.Unusable($"unknown verb '{args[0]}'", "command line", "a verb, see --help");
        bool isForRun = args.Count == 0 || (args[0].StartsWith('-') && args[0] is not ("-h" or "-?" or "--help" or "--version"));
        return isForRun ? [RunVerb.Name, .. args] : args;
    }
}
