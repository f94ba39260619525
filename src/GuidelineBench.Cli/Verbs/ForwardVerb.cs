using System.CommandLine;
using GuidelineBench.Cli.Forward;
using GuidelineBench.Cli.Options;
using GuidelineBench.Cli.Terminals;

namespace GuidelineBench.Cli.Verbs;

/// <summary><c>forward</c>: one network on one input.</summary>
internal static class ForwardVerb
{
    public const string Name = "forward";

    public static Command Create(Terminal terminal)
    {
        var options = new ForwardOptions();
        var verb = new Verb(
            Name, "Runs one network on images, with weights of yours or random ones.",
            "./run.sh forward --network shufflenet_v2_x1_0 --seed 1",
            "./run.sh forward --network shufflenet_v2_x1_0 --weights weights.safetensors --input images.npy --output logits.npy",
            "./run.sh forward --network mobilenet_v2 --weights weights.safetensors --input images.npy --dump-layers layers");
        foreach (Option option in options.All)
            verb.Add(option);
        verb.SetAction(result =>
        {
            new ForwardRun(options.Read(result)).Execute(terminal);
            return ExitCode.Done;
        });
        return verb;
    }
}
