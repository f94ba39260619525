namespace GuidelineBench.Core.Files;

/// <summary>What lies at a path.</summary>
public enum FileKind
{
    Regular,
    Folder,

    /// <summary>A pipe with a name or without one.</summary>
    Pipe,

    CharacterDevice,
    BlockDevice,
    Socket,
}
