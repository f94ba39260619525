using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using GuidelineBench.Benchmarks.Turns;
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

    /// <summary>In the order of the help text.</summary>
    private static readonly (string Name, Func<Terminal, Command> Create)[] Verbs =
    [
        (RunVerb.Name, RunVerb.Create),
        (ListVerb.Name, ListVerb.Create),
        (CostVerb.Name, CostVerb.Create),
        (DoctorVerb.Name, DoctorVerb.Create),
        (ForwardVerb.Name, ForwardVerb.Create),
        (ExportVerb.Name, ExportVerb.Create),
        (ReportVerb.Name, ReportVerb.Create),
        (CheckVerb.Name, CheckVerb.Create),
        (PredictVerb.Name, PredictVerb.Create),
        (AdviseVerb.Name, AdviseVerb.Create),
        (BenchVerb.Name, _ => BenchVerb.Create()),
        (BundleVerb.Name, BundleVerb.Create),
        (TestVerb.Name, TestVerb.Create),
        (TurnProtocol.Verb, TurnsVerb.Create),
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
        args = WithVerb(args);
        ParseResult result = CreateRoot(terminal, args).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Errors.Count > 0 && result.Action is ParseErrorAction or null)
            throw UnusableArguments.Explain(result);
        return result;
    }

    private static RootCommand CreateRoot(Terminal terminal, IReadOnlyList<string> args)
    {
        var root = new RootCommand("Measures whether the four guidelines of ShuffleNet V2 hold on this machine. Without a verb: run.");
        // Only a line that names no verb, as a slip or a question does, has to know them all.
        (string, Func<Terminal, Command>)[] named = [.. Verbs.Where(verb => verb.Name == args[0])];
        foreach ((_, Func<Terminal, Command> create) in named.Length > 0 ? named : Verbs)
            root.Add(create(terminal));
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
