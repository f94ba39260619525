using System.CommandLine;
using System.Text;
using GuidelineBench.Cli;
using GuidelineBench.Cli.Terminals;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>Whole command lines, one argument on each line of the input, up to the verb that would run.</summary>
internal static class CommandLineTarget
{
    private static readonly Terminal Silent = new(TextWriter.Null, TextWriter.Null);

    public static FuzzTarget Create()
    {
        var samples = TargetCatalogue.Bytes(
            "--quick\n--tables\n1",
            "run\n--out\nfolder\n--resume\nresults.json",
            "list\nnetworks\n--format\njson",
            "cost\n--tables\n2\n--format\njson",
            "forward\n--network\nshufflenet_v2_1.0x\n--seed\n3\n--output\nout.npy",
            "report\none.json\ntwo.json\n--out\nfolder",
            "check\nbaseline.json\nnow.json\n--threshold\n2.5\n--format\nmarkdown",
            "predict\nresults.json\n--channels\n24,144,24\n--map\n28x28",
            "advise\nresults.json\n--description\nnetwork.txt",
            "doctor\n--format\njson",
            "test\n--filter\nKillTests",
            "run\n--help",
            "--version");
        return new FuzzTarget("command-line", 3, samples, TargetCatalogue.WordsOf(samples), input => RunOptionsTarget.Said(() =>
        {
            string[] arguments = Encoding.UTF8.GetString(input).Split('\n');
            ParseResult result = Application.Parse(arguments, Silent);
            return result.Action is null
                ? throw new BrokenPromiseException("A command line is taken that does nothing.")
                : $"{result.CommandResult.Command.Name} {result.Action.GetType().Name} {string.Join(' ', result.Tokens)}";
        }));
    }
}
