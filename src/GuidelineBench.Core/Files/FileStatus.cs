using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace GuidelineBench.Core.Files;

/// <summary>What the system knows of a file, links followed.</summary>
/// <param name="Mode">Who may read, write and execute it; none on Windows.</param>
/// <param name="Owner">Number of the user; 0 on Windows.</param>
/// <param name="Group">Number of the group; 0 on Windows.</param>
/// <param name="IsMounted">Whether the file is mounted there by itself, so that nothing can take its place; told by Linux 5.8 and later.</param>
/// <param name="Links">Names that it has; 1 where the system does not say.</param>
public sealed partial record FileStatus(FileKind Kind, UnixFileMode Mode, uint Owner, uint Group, bool IsMounted, uint Links = 1)
{
    private const int CurrentFolder = -100, StatusBytes = 256;

    private const uint BasicFields = 0x7ff;

    private const ulong MountRoot = 0x2000;

    private const int KindMask = 0xF000, Permissions = 0x1FF;

    /// <returns>Null where nothing is, or nothing can be seen.</returns>
    public static FileStatus? Of(string path)
    {
        Span<byte> status = stackalloc byte[StatusBytes];
        try
        {
            if (OperatingSystem.IsLinux() && LinuxStatus(CurrentFolder, path, 0, BasicFields, status) is var linux && (linux == 0 || !IsUnknownCall()))
                return linux != 0
                    ? null
                    : Read(Half(status[28..]), Word(status[20..]), Word(status[24..]), (BinaryPrimitives.ReadUInt64LittleEndian(status[8..]) & MountRoot) != 0, Word(status[16..]));
            if (OperatingSystem.IsMacOS())
                return (RuntimeInformation.ProcessArchitecture == Architecture.X64 ? AppleStatusX64(path, status) : AppleStatus(path, status)) != 0
                    ? null
                    : Read(Half(status[4..]), Word(status[16..]), Word(status[20..]), isMounted: false, Half(status[6..]));
        }
        catch (EntryPointNotFoundException)
        {
            // A C library from before 2018: what .NET says has to do.
        }

        return Guess(path);

        static ushort Half(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt16LittleEndian(bytes);

        static uint Word(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadUInt32LittleEndian(bytes);
    }

    private static FileStatus Read(int mode, uint owner, uint group, bool isMounted, uint links) => new(
        (mode & KindMask) switch
        {
            0x1000 => FileKind.Pipe,
            0x2000 => FileKind.CharacterDevice,
            0x4000 => FileKind.Folder,
            0x6000 => FileKind.BlockDevice,
            0xC000 => FileKind.Socket,
            _ => FileKind.Regular,
        },
        (UnixFileMode)(mode & Permissions), owner, group, isMounted, links);

    /// <summary>Old kernels do not know the call (ENOSYS), old containers forbid it (EPERM).</summary>
    private static bool IsUnknownCall() => Marshal.GetLastPInvokeError() is 38 or 1;

    private static FileStatus? Guess(string path)
    {
        FileKind? kind = Directory.Exists(path) ? FileKind.Folder
            : IsDeviceName(path) ? FileKind.CharacterDevice
            : File.Exists(path) ? FileKind.Regular
            : null;
        return kind is { } known
            ? new FileStatus(known, OperatingSystem.IsWindows() || known != FileKind.Regular ? UnixFileMode.None : File.GetUnixFileMode(path), 0, 0, IsMounted: false)
            : null;
    }

    /// <summary>NUL, CON, \\.\pipe\name: Windows gives each the prefix of devices.</summary>
    private static bool IsDeviceName(string path) => OperatingSystem.IsWindows()
        ? Path.GetFullPath(path).StartsWith(@"\\.\", StringComparison.Ordinal)
        : path.StartsWith("/dev/", StringComparison.Ordinal) && !path.StartsWith("/dev/shm/", StringComparison.Ordinal) && File.Exists(path);

    [LibraryImport("libc", EntryPoint = "statx", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int LinuxStatus(int folder, string path, int flags, uint fields, Span<byte> status);

    [LibraryImport("libc", EntryPoint = "stat", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AppleStatus(string path, Span<byte> status);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AppleStatusX64(string path, Span<byte> status);
}
