using System.CommandLine;
using System.CommandLine.Parsing;
using GuidelineBench.Cli.Options;
using GuidelineBench.Core.Results;

namespace GuidelineBench.Cli.Runs;

/// <summary>Settings of an interrupted run, from the command that its file holds.</summary>
internal static class StoredRun
{
    private const string Where = "--resume";

    /// <exception cref="CommandException">The file does not say how it was measured, or an option given now says otherwise.</exception>
    public static RunSettings Settings(ResultFile stored, RunOptions options, ParseResult given)
    {
        RunSettings settings = Read(stored, Where);
        IEnumerable<string> names = options.Given(given);
        if (!names.Any())
            return settings;
        IReadOnlyDictionary<string, string> arguments = options.Read(given).Arguments;
        foreach (string name in names)
            if (arguments.GetValueOrDefault(name) != settings.Arguments.GetValueOrDefault(name))
                throw CommandException.Unusable($"{name} differs from the stored run", Where, settings.Command);
        return settings;
    }

    /// <param name="where">The option that names the file.</param>
    /// <exception cref="CommandException">The file does not say how it was measured.</exception>
    public static RunSettings Read(ResultFile stored, string where)
    {
        const string Begin = $"{RunSettings.Program} run";
        string command = stored.Command ?? "";
        var options = new RunOptions();
        var parser = new Command("run");
        foreach (Option option in options.All)
            parser.Add(option);
        ParseResult result = parser.Parse(
            command.StartsWith(Begin, StringComparison.Ordinal) ? [.. CommandLineParser.SplitCommandLine(command[Begin.Length..])] : [command],
            new ParserConfiguration { ResponseFileTokenReplacer = null });
        return result.Errors.Count == 0
            ? options.Read(result)
            : throw CommandException.Unusable($"the stored command '{command}' cannot be run here ({UnusableArguments.Explain(result).Message})", where, $"a file with a command that begins with {Begin}");
    }
}
