using System.Text.RegularExpressions;

namespace GuidelineBench.EndToEnd.Tests.Architecture;

/// <summary>What source files may use, and how they are named.</summary>
public partial class SourceTests
{
    [Fact]
    public void Kernels_know_shapes_and_numbers_only() =>
        Rule.Holds(
            "Sources under kernels/ use no clock, console, random number or file; what loads an engine and shows what it runs does.",
            RepositoryTree.Sources("kernels/").Where(file => !file.StartsWith("kernels/GuidelineBench.Kernels.OnnxRuntime/", StringComparison.Ordinal)).SelectMany(file => new SourceCode(file).Find(OutsideWorld())));

    [Fact]
    public void Core_touches_files_in_one_folder() =>
        Rule.Holds(
            "Core touches the file system in Files/ only.",
            RepositoryTree.Sources("src/GuidelineBench.Core/")
                .Where(file => !file.StartsWith("src/GuidelineBench.Core/Files/", StringComparison.Ordinal))
                .SelectMany(file => new SourceCode(file).Find(FileSystem())));

    [Fact]
    public void A_file_holds_one_idea_and_bears_the_name_of_its_first_type() =>
        Rule.Holds(
            "A source file is named after its first top-level type (Name.cs, Name.Part.cs or Name{T}.cs); types that only make sense with it stand below it, where all of it is a page.",
            from file in RepositoryTree.Sources()
            let types = new SourceCode(file).TopLevelTypes
            where types.Count > 0 && (types[0] != TypeName(file) || (types.Count > 1 && RepositoryTree.Read(file).Split('\n').Length > LinesOfAPage))
            select $"{file} holds {string.Join(", ", types)}");

    [Fact]
    public void Namespaces_follow_folders() =>
        Rule.Holds(
            "A source file's namespace is its project's name and its folders.",
            from file in RepositoryTree.Sources()
            let source = new SourceCode(file)
            let expected = string.Join('.', file.Split('/')[..^1].SkipWhile(folder => !folder.StartsWith("GuidelineBench.", StringComparison.Ordinal)))
            where source.Namespace is not null && source.Namespace != expected
            select $"{file} declares {source.Namespace}, not {expected}");

    [Fact]
    public void Folders_are_nouns_of_the_domain() =>
        Rule.Holds(
            "No folder is called Helpers, Utils, Common or Manager, nor a form of these.",
            from file in RepositoryTree.Files
            let folder = file.Split('/')[..^1].FirstOrDefault(part => NoNoun().IsMatch(part))
            where folder is not null
            select $"{file} lies in {folder}");

    [Fact]
    public void What_runs_in_a_bundle_needs_no_OpenSSL() =>
        Rule.Holds(
            "Only what makes a bundle uses .NET's cryptography: on Linux it ends the process where OpenSSL is missing. Elsewhere Core.Files.Sha256 hashes.",
            RepositoryTree.Sources()
                .Where(file => !file.StartsWith("tests/", StringComparison.Ordinal) && !file.StartsWith("src/GuidelineBench.Cli/Bundles/", StringComparison.Ordinal))
                .SelectMany(file => new SourceCode(file).Find(Cryptography())));

    private const int LinesOfAPage = 120;

    private static string TypeName(string file) => Path.GetFileName(file).Split('.', '{', '`')[0];

    [GeneratedRegex(@"\b(Stopwatch|Console|Random|File|FileStream|Directory|DateTime|DateTimeOffset|TimeProvider)\b|\bEnvironment\.TickCount")]
    private static partial Regex OutsideWorld();

    [GeneratedRegex(@"\bSystem\.IO\b|\b(File|FileInfo|FileStream|FileMode|Directory|DirectoryInfo|StreamReader|StreamWriter)\b|\bPath\.\w+")]
    private static partial Regex FileSystem();

    [GeneratedRegex(@"\bSystem\.Security\.Cryptography\b|\b(SHA1|SHA256|SHA512|MD5|RandomNumberGenerator)\.")]
    private static partial Regex Cryptography();

    [GeneratedRegex("^(helper|util|utilit(y|ie)|common|manager)s?$", RegexOptions.IgnoreCase)]
    private static partial Regex NoNoun();
}
