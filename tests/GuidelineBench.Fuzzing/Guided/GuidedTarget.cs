using GuidelineBench.Fuzzing.Inputs;
using GuidelineBench.Fuzzing.Sessions;
using GuidelineBench.Fuzzing.Targets;
using SharpFuzz;

namespace GuidelineBench.Fuzzing.Guided;

/// <summary>One parser under afl-fuzz, in a process whose other assemblies are instrumented: what breaks a promise counts as a crash.</summary>
internal static class GuidedTarget
{
    public const string Word = "guided-target";

    /// <summary>Does not return under afl-fuzz; without it one input is read from stdin.</summary>
    public static int Run(string name)
    {
        TargetSession? session = null;
        // Instrumented code needs the memory that Run attaches, so the parser is made within.
        Fuzzer.OutOfProcess.Run(stream =>
        {
            session ??= Open(name);
            using var input = new MemoryStream();
            stream.CopyTo(input);
            byte[] bytes = input.ToArray();
            if (bytes.Length <= Mutator.LongestInput && session.Try(bytes, out _) is { } finding)
                throw new BrokenPromiseException(finding.What);
        });
        return 0;
    }

    /// <remarks>Its files go away with the folder for temporary ones that <see cref="GuidedSession"/> names.</remarks>
    private static TargetSession Open(string name) => new(
        TargetCatalogue.Open().Targets.Single(target => target.Name == name), seed: 0, new InputKeeper(Path.GetTempFileName()));
}
