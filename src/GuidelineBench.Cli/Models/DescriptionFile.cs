using GuidelineBench.Cli.Folders;
using GuidelineBench.Core.Networks.Descriptions;

namespace GuidelineBench.Cli.Models;

/// <summary>Reads a described network.</summary>
internal static class DescriptionFile
{
    /// <summary>Of UTF-8 for one character.</summary>
    private const int MostBytesOfCharacter = 4;

    /// <exception cref="CommandException">The file cannot be read, or describes no network; the message names line and column.</exception>
    public static NamedGraph Read(string path)
    {
        if (Directory.Exists(path))
            throw CommandException.Unusable("is a folder", path, "a description of a network, see docs/network-description.md");
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                throw CommandException.Unusable("no such file", path, "a description of a network, see docs/network-description.md");
            if (file.Length > (long)MostBytesOfCharacter * NetworkDescription.MostCharacters)
                throw CommandException.Unusable("too large for a description", path, FormattableString.Invariant($"up to {NetworkDescription.MostCharacters} characters"));
            string name = Path.GetFileNameWithoutExtension(path);
            return new NamedGraph(name, NetworkDescription.Parse(File.ReadAllText(path), name));
        }
        catch (DescriptionException error)
        {
            throw new CommandException(ExitCode.Unusable, FormattableString.Invariant($"{path}:{error.Line}:{error.Column}: {error.Message}"), error);
        }
        catch (Exception error) when (RunFolder.IsRefusedBySystem(error))
        {
            throw CommandException.Unusable($"cannot be read ({error.Message})", path, "a readable description");
        }
    }
}
