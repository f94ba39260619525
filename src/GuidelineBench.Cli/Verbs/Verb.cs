using System.CommandLine;
using System.CommandLine.Invocation;

namespace GuidelineBench.Cli.Verbs;

/// <summary>A command with examples for its help text.</summary>
internal sealed class Verb(string name, string description, params string[] examples) : Command(name, description)
{
    public IReadOnlyList<string> Examples { get; } = examples;
}

/// <summary>The library's help, then examples.</summary>
internal sealed class HelpText(SynchronousCommandLineAction help) : SynchronousCommandLineAction
{
    private const string ExitCodes =
        "Exit codes: 0 done; 1 check found a regression; 2 check cannot tell; 3 unusable input or options; 4 something needed is absent; 5 a result was wrong or the tool failed; 130 interrupted; test returns the runner's code.";

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        int code = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        Command command = parseResult.CommandResult.Command;
        IReadOnlyList<string> examples = command is Verb verb ? verb.Examples : Application.Examples;
        output.WriteLine("Examples:");
        foreach (string example in examples)
            output.WriteLine($"  {example}");
        output.WriteLine();
        if (command is not Verb)
            output.WriteLine(ExitCodes);
        return code;
    }
}
