import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.TreeSet;
import java.util.logging.LogManager;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.verapdf.ReleaseDetails;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * Keeps veraPDF at hand: one Java machine for many files.
 *
 * A request is a line "FLAVOURS<tab>PATH", flavours with commas between them. The answer is one line of JSON for
 * each flavour, in that order. With the argument "versie" it only prints the version of veraPDF.
 */
public final class Keurmeester {
    private static final Pattern BLADZIJDE = Pattern.compile("pages\\[(\\d+)\\]");

    public static void main(String[] args) throws Exception {
        // What a library prints is no answer.
        PrintStream uit = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        if (args.length == 1 && args[0].equals("versie")) {
            uit.println(ReleaseDetails.getInstance().getVersion());
            return;
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String vraag = in.readLine(); vraag != null; vraag = in.readLine()) {
            String[] delen = vraag.split("\t", 2);
            for (String smaak : delen[0].split(",")) {
                uit.println(antwoord(smaak, delen[1]));
            }
        }
    }

    private static String antwoord(String naam, String pad) {
        PDFAFlavour smaak = PDFAFlavour.fromString(naam);
        try (InputStream in = new FileInputStream(pad);
             PDFAParser lezer = Foundries.defaultInstance().createParser(in, smaak)) {
            ValidationResult oordeel = Foundries.defaultInstance().createValidator(smaak, false).validate(lezer);
            TreeSet<String> regels = new TreeSet<>();
            for (TestAssertion een : oordeel.getTestAssertions()) {
                if (een.getStatus() == TestAssertion.Status.FAILED) {
                    regels.add(regel(een));
                }
            }
            return "{\"smaak\":" + tekst(naam) + ",\"in_orde\":" + oordeel.isCompliant()
                + ",\"regels\":[" + String.join(",", regels) + "]}";
        } catch (Exception | StackOverflowError fout) {
            // What cannot be read, cannot be right. Its message may hold something of the file.
            return "{\"smaak\":" + tekst(naam) + ",\"in_orde\":false,\"regels\":[{\"regel\":"
                + tekst("onleesbaar-" + fout.getClass().getSimpleName()) + ",\"bladzijde\":null}]}";
        }
    }

    private static String regel(TestAssertion een) {
        String waar = een.getLocation() == null ? "" : String.valueOf(een.getLocation().getContext());
        Matcher gevonden = BLADZIJDE.matcher(waar);
        String bladzijde = gevonden.find() ? String.valueOf(Integer.parseInt(gevonden.group(1)) + 1) : "null";
        String naam = een.getRuleId().getClause() + "-" + een.getRuleId().getTestNumber();
        return "{\"regel\":" + tekst(naam) + ",\"bladzijde\":" + bladzijde + "}";
    }

    private static String tekst(String waarde) {
        return "\"" + waarde.replaceAll("[^A-Za-z0-9.\\-_ ]", "_") + "\"";
    }
}
