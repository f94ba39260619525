using System.CommandLine;
using System.Reflection;
using GuidelineBench.Cli.Bundles;
using GuidelineBench.Cli.Bundles.Licences;
using GuidelineBench.Cli.Folders;
using GuidelineBench.Cli.Terminals;

namespace GuidelineBench.Cli.Verbs;

/// <summary><c>bundle</c>: the program with its runtime, for a machine without an SDK.</summary>
internal static class BundleVerb
{
    public const string Name = "bundle";

    public static Command Create(Terminal terminal)
    {
        var rid = new Argument<string?>("RID") { Description = $"The machine: {BundleTarget.Names}.", Arity = ArgumentArity.ZeroOrOne };
        var verb = new Verb(
            Name, "An archive that runs on a machine without an SDK, a network or root, and its checksum; into reports/out/bundle.",
            "./run.sh bundle linux-arm64",
            "./run.sh bundle win-x64") { rid };
        verb.SetAction(result => Run(
            BundleTarget.Find(result.GetValue(rid) ?? throw CommandException.Unusable("no machine is named", "bundle", BundleTarget.Names)), terminal));
        return verb;
    }

    private static int Run(BundleTarget target, Terminal terminal)
    {
        string root = Repository.Root
            ?? throw new CommandException(ExitCode.Absent, "a bundle is made from the source tree with the .NET SDK, which are not here");
        using BundleScratch scratch = BundleScratch.Take(root);
        string artifacts = Path.Combine(scratch.Path, "artifacts"), publication = Path.Combine(scratch.Path, "publication");
        try
        {
            terminal.Say($"publishing for {target.Rid}");
            Publication.Make(target, root, artifacts, publication, terminal.Error);
            IReadOnlyList<Package> packages = BundleContents.Reduce(publication);
            IReadOnlyList<BundleFile> licences =
                BundleLicences.Of(Path.Combine(root, BundleLicences.OwnName), packages, Publication.Packages(artifacts));
            terminal.Say("packing");
            terminal.Out.WriteLine(Bundle.Write(target, Version(), publication, licences, Path.Combine(root, "reports", "out", "bundle")));
            return ExitCode.Done;
        }
        catch (InvalidDataException error)
        {
            throw new CommandException(ExitCode.Failed, $"a package without a licence cannot be handed on: {error.Message}", error);
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw RunFolder.Unwritable(scratch.Path, "bundle", error);
        }
    }

    /// <summary>Without the commit.</summary>
    private static string Version() =>
        typeof(BundleVerb).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
}
