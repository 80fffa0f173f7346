package io.github.breakranks.examples.drawing;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import javax.swing.JFrame;
import javax.swing.SwingUtilities;
import javax.swing.WindowConstants;
import org.knowm.xchart.XChartPanel;

/** Drawings on the screen. */
public final class Window {
    private Window() {}

    /**
     * Opens a window with a drawing; closing it ends nothing else.
     *
     * @return whether there is a screen to open it on
     */
    public static boolean open(Drawing drawing) {
        if (GraphicsEnvironment.isHeadless()) {
            return false;
        }
        try {
            GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
        } catch (AWTError | HeadlessException | LinkageError none) { // a screen is named, and is not there
            return false;
        }
        SwingUtilities.invokeLater(() -> {
            final JFrame frame = new JFrame(drawing.title());
            frame.setDefaultCloseOperation(WindowConstants.DISPOSE_ON_CLOSE);
            frame.add(new XChartPanel<>(drawing.chart()));
            frame.pack();
            frame.setLocationByPlatform(true);
            frame.setVisible(true);
        });
        return true;
    }
}
