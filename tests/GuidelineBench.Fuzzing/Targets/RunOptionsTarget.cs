using System.CommandLine;
using System.Text;
using GuidelineBench.Benchmarks.Requests;
using GuidelineBench.Cli;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Runs;
using GuidelineBench.Cli.Terminals;

namespace GuidelineBench.Fuzzing.Targets;

/// <summary>The options of a run as the command line has them, one argument on each line of the input.</summary>
internal static class RunOptionsTarget
{
    public static FuzzTarget Create()
    {
        var samples = TargetCatalogue.Bytes(
            "--tables\n1,2\n--scale\nx1,x4\n--rows\n1:1,g=8\n--seed\n7",
            "--tables\n4\n--rows\nrelu=yes,shortcut=no\n--setting\ngpu\n--batch\n8\n--quick",
            "--tables\nnone\n--networks\ntable8,shufflenet_v2_x0_5@64x64\n--rounds\n3",
            "--tables\nnone\n--networks\ntable6\n--rows\nShuffleNet v2-50 (ours),ResNet-50",
            "--tables\nall\n--networks\nappendix1b,alexnet@224x224\n--rounds\n1000\n--seed\n2147483647",
            "--execution\nlayer,depth-first\n--math\nfp32\n--backend\nsimd\n--threads\n1",
            "--sustained\n10m\n--batch\n1024\n--tables\n3",
            "--sustained=24h\n--quick",
            "--cooldown\n3600\n--rounds\n15\n--scale\nx2",
            "");
        return new FuzzTarget("run-options", 4, samples, TargetCatalogue.WordsOf(samples), input => Said(() =>
        {
            var options = new RunOptions();
            var verb = new Command("run");
            foreach (SpecificationOption option in options.All)
                verb.Add(option.Option);
            string[] arguments = input.Length == 0 ? [] : Encoding.UTF8.GetString(input).Split('\n');
            ParseResult result = verb.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
            return result.Errors.Count > 0 ? throw UnusableArguments.Explain(result) : Stored(options.Read(result));
        }));
    }

    /// <summary>The command that a run stores, which must ask for the same run when it is resumed.</summary>
    public static string Stored(RunSpecification run)
    {
        string command = RunOptions.Command(run);
        RunSpecification again = StoredRun.Read(SampleResults.Run with { Command = command }, "--resume");
        return RunOptions.Command(again) == command && again.Subjects().Select(cell => cell.Label).SequenceEqual(run.Subjects().Select(cell => cell.Label))
            ? command
            : throw new BrokenPromiseException($"{command} is resumed as {RunOptions.Command(again)}");
    }

    /// <summary>A refusal as the program says it to the user.</summary>
    public static Answer Said(Func<string> read)
    {
        Answer answer = Answer.Of<CommandException>(read);
        if (answer.IsAccepted)
            return answer;
        var error = new StringWriter();
        new Terminal(TextWriter.Null, error).Say(answer.Text);
        return new Answer(false, error.ToString().TrimEnd('\n'));
    }
}
