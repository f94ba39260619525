using System.IO.Enumeration;

namespace GuidelineBench.Benchmarks.Machines;

/// <summary>Whether the machine is a virtual one.</summary>
internal static class VirtualMachine
{
    /// <summary>The structure of the firmware's tables about itself: byte 1 is its length, bit 4 of byte 19 says that the machine is virtual.</summary>
    private const string FirmwareStructure = "sys/firmware/dmi/entries/0-0/raw";

    private const int LengthByte = 1, CharacteristicsByte = 19, VirtualBit = 4;

    public static bool IsShown(SystemFiles files)
    {
        var processor = ProcessorDescription.Parse(files.Read("proc/cpuinfo") ?? "");
        bool? firmware = FirmwareSays(files);
        return processor.IsVirtual
            || firmware == true
            || VirtualSigns.All.Any(sign => Shows(files, sign) && !IsBare(files, sign, firmware))
            || files.Folders("proc/device-tree", "*fw-cfg*").Count > 0;
    }

    private static bool Shows(SystemFiles files, VirtualSign sign) =>
        sign.Files.Any(file => files.Read(file) is { } text && Matches(sign.Pattern, text));

    private static bool IsBare(SystemFiles files, VirtualSign sign, bool? firmware)
    {
        if (sign.BareProduct is { } product && Matches(product, files.Read("sys/class/dmi/id/product_name") ?? ""))
            return true;
        // Not believed of others: there are hypervisors that leave the bit unset.
        return sign.HasBareTwins && (firmware == false || ProcessorDescription.IsX86(files.Read("proc/cpuinfo") ?? ""));
    }

    /// <returns>Null where only root may ask, or there are no such tables.</returns>
    private static bool? FirmwareSays(SystemFiles files) =>
        files.ReadBytes(FirmwareStructure) is { Length: > CharacteristicsByte } bytes && bytes[LengthByte] > CharacteristicsByte
            ? (bytes[CharacteristicsByte] >> VirtualBit & 1) == 1
            : null;

    private static bool Matches(string pattern, string text) => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: true);
}
